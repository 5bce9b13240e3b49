import * as v from 'valibot';
import { polygonFault } from './polygon.ts';

const length = v.pipe(v.number(), v.finite(), v.minValue(0.01), v.maxValue(20));
const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-50), v.maxValue(50));
const angle = v.pipe(v.number(), v.finite(), v.minValue(-7), v.maxValue(7));
const point = v.strictTuple([coordinate, coordinate]);
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

const polygon = v.strictObject({
  kind: v.literal('polygon'),
  /** Corners in the part's own frame, metres: convex, counter-clockwise, 2.5 mm or more apart. */
  vertices: v.pipe(v.array(point), v.minLength(3), v.maxLength(8)),
});
const box = v.strictObject({ kind: v.literal('box'), width: length, height: length });
const circle = v.strictObject({ kind: v.literal('circle'), radius: length });

const part = v.strictObject({
  name,
  shape: v.variant('kind', [polygon, box, circle]),
  /** Of the part's own frame while the creature stands at the origin, metres. */
  position: point,
  /** Radians, counter-clockwise. */
  angle,
  /** kg/m². */
  density: v.pipe(v.number(), v.finite(), v.minValue(0.1), v.maxValue(100)),
  /** Coulomb coefficient, mixed with the ground's by square root. */
  friction: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10)),
  /** What a contact with the ground means: of a torso a fall, of a foot an observation, of a limb nothing. */
  role: v.picklist(['torso', 'limb', 'foot']),
  /** Drawing order: behind (-1), in (0) or in front of (1) the creature's middle. */
  layer: v.optional(v.picklist([-1, 0, 1]), 0),
  /** An eye that is drawn on it, in the part's own frame, metres. */
  eye: v.optional(v.strictObject({ position: point, radius: length })),
});

const joint = v.strictObject({
  name,
  parent: name,
  child: name,
  /** World position of the hinge when the creature stands at the origin, metres. */
  anchor: point,
  /** Hinge in the parent's and in the child's own frame, metres, for parts that do not meet at the start. */
  sockets: v.optional(v.strictTuple([point, point])),
  /** Range of the angle of child against parent, radians; 0 is the standing pose. */
  limits: v.strictTuple([angle, angle]),
  /** Largest torque of the motor, N·m. */
  torque: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10000)),
  /** Largest speed of the motor, rad/s. */
  speed: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100)),
});

const plain = v.strictObject({
  name,
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  /** One line that describes the creature. */
  about: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  /** What it does to move forward, as in "hops"; by default "walks". */
  verb: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(20))),
  /** parts[0] is the root: observations and distance are measured on it. */
  parts: v.pipe(v.array(part), v.minLength(2), v.maxLength(32)),
  joints: v.pipe(v.array(joint), v.minLength(1), v.maxLength(31)),
});

export type BodyPlan = v.InferOutput<typeof plain>;
export type Part = BodyPlan['parts'][number];
export type Joint = BodyPlan['joints'][number];
export type Shape = Part['shape'];
export type Point = readonly [x: number, y: number];

/** Faults that the ranges of single fields do not show, each with its place in the document. */
function faults(plan: BodyPlan): { path: (string | number)[]; message: string }[] {
  const found: { path: (string | number)[]; message: string }[] = [];
  const index = new Map<string, number>();
  plan.parts.forEach(({ name, shape }, i) => {
    if (index.has(name)) found.push({ path: ['parts', i, 'name'], message: `is "${name}", which another part has` });
    index.set(name, i);
    const fault = shape.kind === 'polygon' ? polygonFault(shape.vertices) : '';
    if (fault !== '') found.push({ path: ['parts', i, 'shape', 'vertices'], message: fault });
  });
  const moved = new Map<string, string>();
  plan.joints.forEach(({ name, parent, child, limits }, i) => {
    const at = (key: string, message: string) => found.push({ path: ['joints', i, key], message });
    if (plan.joints.findIndex((other) => other.name === name) < i) at('name', `is "${name}", which another joint has`);
    if (!index.has(parent)) at('parent', `is "${parent}", which is no part`);
    if (!index.has(child)) at('child', `is "${child}", which is no part`);
    if (parent === child) at('child', 'must differ from its parent');
    if (moved.has(child)) at('child', `is "${child}", which another joint moves already`);
    if (limits[0] > limits[1]) at('limits', `are [${limits}], the lower must not be above the upper`);
    moved.set(child, parent);
  });
  plan.parts.forEach(({ name }, i) => {
    const root = i === 0;
    if (root && moved.has(name)) found.push({ path: ['parts', 0], message: 'is the root, no joint may move it' });
    if (!root && !moved.has(name)) found.push({ path: ['parts', i], message: `"${name}" hangs on no joint` });
    let above: string | undefined = name;
    for (let steps = 0; steps < plan.parts.length; steps++) above = above && moved.get(above);
    if (above !== undefined)
      found.push({ path: ['parts', i], message: `"${name}" hangs on a ring of parts, not the root` });
  });
  return found;
}

/** A body as data, metres and radians, standing at the origin with y up. A task puts its lowest point on the ground. */
export const bodyPlanSchema = v.pipe(
  plain,
  v.rawCheck(({ dataset, addIssue }) => {
    // Also keeps a document with far too many parts from being compared part by part.
    if (!dataset.typed || dataset.issues) return;
    for (const { path, message } of faults(dataset.value)) {
      let input: unknown = dataset.value;
      const steps = path.map((key) => {
        const step = { type: 'unknown' as const, origin: 'value' as const, input, key, value: undefined as unknown };
        input = (input as Record<string | number, unknown>)[key];
        step.value = input;
        return step;
      });
      addIssue({ message, input, path: steps as [(typeof steps)[0], ...typeof steps] });
    }
  }),
);

/** Indices of the parts with a role, in the plan's order. */
export function withRole(plan: BodyPlan, role: Part['role']): number[] {
  return plan.parts.flatMap((part, i) => (part.role === role ? [i] : []));
}
