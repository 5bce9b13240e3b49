import * as v from 'valibot';
import { described } from '../schema/described.ts';
import { muscleFaults, muscleSchema } from './muscle.ts';
import { angle, length, name, OWN, point } from './plan-fields.ts';
import { polygonFault } from './polygon.ts';

const WORLD = 'in the world, with the creature standing at the origin and y up';

const polygon = v.strictObject({
  kind: described(v.literal('polygon'), 'A convex polygon.'),
  // The physics supports at most eight.
  vertices: described(
    v.pipe(v.array(point), v.minLength(3), v.maxLength(8)),
    `3 to 8 corners [x, y] ${OWN}, metres, counter-clockwise, convex, 2.5 mm or more apart.`,
  ),
});
const box = v.strictObject({
  kind: described(v.literal('box'), 'A rectangle around the position of the part.'),
  width: described(length, 'Along x of the part, metres, 0.01 to 20.'),
  height: described(length, 'Along y of the part, metres, 0.01 to 20.'),
});
const circle = v.strictObject({
  kind: described(v.literal('circle'), 'A disc around the position of the part.'),
  radius: described(length, 'Metres, 0.01 to 20.'),
});

export const partSchema = v.strictObject({
  name: described(name, 'Unique among the parts; joints refer to it. 1 to 40 characters.'),
  shape: described(v.variant('kind', [polygon, box, circle]), `Outline for collisions and mass, ${OWN}.`),
  position: described(
    point,
    `Origin of the part's own frame: [x, y] ${WORLD}, metres, -50 to 50. Absolute, not relative to the parent.`,
  ),
  angle: described(angle, "Angle of the part's frame in the world, radians, counter-clockwise, -7 to 7."),
  density: described(
    v.pipe(v.number(), v.finite(), v.minValue(0.1), v.maxValue(100)),
    'kg/m², 0.1 to 100; mass is density times area.',
  ),
  friction: described(
    v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10)),
    "Coulomb coefficient, 0 to 10; mixed with the ground's as the square root of the product.",
  ),
  role: described(
    v.picklist(['torso', 'limb', 'foot']),
    'Meaning of touching the ground: with a torso the creature has fallen, with a foot the contact is sensed, with a limb neither.',
  ),
  layer: described(
    v.optional(v.picklist([-1, 0, 1]), 0),
    'Drawing order: behind (-1), in (0) or in front of (1) the middle.',
  ),
  eye: v.optional(
    described(
      v.strictObject({
        position: described(point, `Middle of a drawn eye: [x, y] ${OWN}, metres.`),
        radius: described(length, 'Metres, 0.01 to 20.'),
      }),
      'An eye to be drawn on the part; it changes nothing else.',
    ),
  ),
});

export const jointSchema = v.strictObject({
  name: described(name, 'Unique among the joints. 1 to 40 characters.'),
  parent: described(name, 'Name of the part nearer to the root.'),
  child: described(name, 'Name of the part that the joint moves; each part but the root is the child of one joint.'),
  anchor: described(point, `The hinge: [x, y] ${WORLD}, metres, -50 to 50. Absolute.`),
  sockets: v.optional(
    described(
      v.strictTuple([point, point]),
      "The hinge in the parent's and in the child's own frame, metres, if the two differ at the start.",
    ),
  ),
  limits: described(
    v.strictTuple([angle, angle]),
    'Lowest and highest angle of child against parent, radians, counter-clockwise, -7 to 7; 0 is the standing pose.',
  ),
  torque: described(
    v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10000)),
    'Largest torque of the motor, N·m, 0 to 10000.',
  ),
  speed: described(
    v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100)),
    'Largest speed of the motor, rad/s, 0 to 100.',
  ),
});

const plain = v.strictObject({
  name: described(name, 'A short name for files and lists, 1 to 40 characters.'),
  title: described(
    v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
    'The name that people read, 1 to 60 characters.',
  ),
  about: described(v.optional(v.pipe(v.string(), v.maxLength(200)), ''), 'One line on what kind of creature this is.'),
  verb: v.optional(
    described(
      v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
      'What it does to move forward, as in "hops"; "walks" by default.',
    ),
  ),
  parts: described(
    v.pipe(v.array(partSchema), v.minLength(2), v.maxLength(32)),
    '2 to 32 rigid parts. The first is the root: observations and distance are measured on it.',
  ),
  joints: described(
    v.pipe(v.array(jointSchema), v.minLength(1), v.maxLength(31)),
    'One motorised hinge for each part but the root, in the order of the actions.',
  ),
  muscles: v.optional(
    described(
      v.pipe(v.array(muscleSchema), v.maxLength(48)),
      'Up to 48 muscles, whose actions follow those of the joints, in this order.',
    ),
  ),
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
  return [...found, ...muscleFaults(plan)];
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
