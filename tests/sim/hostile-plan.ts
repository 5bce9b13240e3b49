import fc from 'fast-check';
import type { BodyPlan } from '../../src/creature/body-plan.ts';

/** A number in a range, its ends far more often than chance would have them. */
export const extreme = (min: number, max: number) =>
  fc.oneof(fc.constantFrom(min, max), fc.double({ min, max, noNaN: true }));

const length = extreme(0.01, 20);
const coordinate = extreme(-50, 50);
const point = fc.tuple(coordinate, coordinate);
const angle = extreme(-7, 7);

const shape = fc.oneof(
  fc.record({ kind: fc.constant('box'), width: length, height: length }),
  fc.record({ kind: fc.constant('circle'), radius: length }),
  // A sliver or a giant, turning left all the way round.
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
  /** Which of the parts before it hangs on, as a share. */
  hold: fc.double({ min: 0, max: 0.999, noNaN: true }),
  anchor: point,
  sockets: fc.option(fc.tuple(point, point), { nil: undefined }),
  limits: fc.tuple(angle, angle).map((pair) => pair.sort((a, b) => a - b)),
  torque: extreme(0, 10_000),
  speed: extreme(0, 100),
});

/** A body that the schema allows and no animal has: needles and giants, hinges far from what they hold. */
export const hostilePlan: fc.Arbitrary<unknown> = fc
  .array(fc.tuple(part, joint), { minLength: 2, maxLength: 12 })
  .map((pieces) => ({
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
  }));

/** A body of ours, its motors and masses as far out as the schema lets them be. */
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
    }));
