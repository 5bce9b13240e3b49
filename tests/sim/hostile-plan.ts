import fc from 'fast-check';
import type { BodyPlan } from '../../src/creature/body-plan.ts';

/** A number in a range, often one of its ends. */
export const extreme = (min: number, max: number) =>
  fc.oneof(fc.constantFrom(min, max), fc.double({ min, max, noNaN: true }));

const length = extreme(0.01, 20);
const coordinate = extreme(-50, 50);
const point = fc.tuple(coordinate, coordinate);
const angle = extreme(-7, 7);

const shape = fc.oneof(
  fc.record({ kind: fc.constant('box'), width: length, height: length }),
  fc.record({ kind: fc.constant('circle'), radius: length }),
  // A sliver or a giant, convex and counter-clockwise.
  fc.tuple(extreme(0.005, 50), extreme(0.005, 50), fc.integer({ min: 3, max: 8 })).map(([width, height, count]) => ({
    kind: 'polygon',
    vertices: Array.from({ length: count }, (_, i) => {
      const turn = (2 * Math.PI * i) / count;
      return [width * Math.cos(turn), height * Math.sin(turn)];
    }),
  })),
);

const part = fc.record({
  shape,
  position: point,
  angle,
  density: extreme(0.1, 100),
  friction: extreme(0, 10),
  role: fc.constantFrom('torso', 'limb', 'foot'),
});

const joint = fc.record({
  /** Its parent among the earlier parts, as a share of their number. */
  hold: fc.double({ min: 0, max: 0.999, noNaN: true }),
  anchor: point,
  sockets: fc.option(fc.tuple(point, point), { nil: undefined }),
  limits: fc.tuple(angle, angle).map((pair) => pair.sort((a, b) => a - b)),
  torque: extreme(0, 10_000),
  speed: extreme(0, 100),
});

const muscle = fc.record({
  /** Its ends among the parts, as shares of their number. */
  ends: fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.double({ min: 0, max: 0.999, noNaN: true })),
  anchors: fc.tuple(point, point),
  rest: length,
  strength: extreme(0, 10_000),
  speed: extreme(0.01, 20),
  pushes: fc.boolean(),
});

/** Muscles between any of a number of parts; often none. */
export const anyMuscles = (partCount: number, some: fc.Arbitrary<object> = muscle) =>
  fc.oneof(fc.constant([]), fc.array(some, { maxLength: 5 })).map((all) =>
    (all as { ends: [number, number] }[]).map(({ ends: [from, way], ...each }, m) => {
      const first = Math.floor(from * partCount);
      const second = (first + 1 + Math.floor(way * (partCount - 1))) % partCount;
      return { name: `muscle ${m}`, from: `part ${first}`, to: `part ${second}`, ...each };
    }),
  );

/** A body at the limits of the schema: slivers and giants, hinges far from their parts. */
export const hostilePlan: fc.Arbitrary<unknown> = fc
  .array(fc.tuple(part, joint), { minLength: 2, maxLength: 12 })
  .chain((pieces) => anyMuscles(pieces.length).map((muscles) => ({ muscles, pieces })))
  .map(({ muscles, pieces }) => ({
    name: 'hostile',
    title: 'Hostile',
    parts: pieces.map(([each], i) => ({ name: `part ${i}`, ...each })),
    joints: pieces.slice(1).map(([, { hold, sockets, ...each }], i) => ({
      name: `joint ${i}`,
      parent: `part ${Math.floor(hold * (i + 1))}`,
      child: `part ${i + 1}`,
      ...each,
      ...(sockets && { sockets }),
    })),
    ...(muscles.length > 0 && { muscles }),
  }));

/** A body of the catalogue with densities and motors at the limits of the schema. */
export const strained = (plan: BodyPlan): fc.Arbitrary<unknown> =>
  fc
    .array(fc.record({ density: extreme(0.1, 100), torque: extreme(0, 10_000), speed: extreme(0, 100) }), {
      minLength: plan.parts.length,
      maxLength: plan.parts.length,
    })
    .map((changes) => ({
      ...plan,
      parts: plan.parts.map((each, i) => ({ ...each, density: changes[i]?.density })),
      joints: plan.joints.map((each, i) => ({ ...each, torque: changes[i]?.torque, speed: changes[i]?.speed })),
      ...(plan.muscles && { muscles: plan.muscles.map((each) => ({ ...each, strength: changes[0]?.torque })) }),
    }));
