import { describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan, Part } from '../../src/creature/body-plan.ts';
import { scaledShape } from '../../src/drawing/transform.ts';
import { type CreatureShapes, creatureShapes } from '../../src/view/creature-shapes.ts';
import { CM, extent } from '../../src/view/outline.ts';
import { paper } from '../../src/view/palette.ts';
import { strollerLook } from '../../src/view/stroller-look.ts';

/** The lowest point of a part's shapes when it is turned by `angle`, metres from its origin. */
function lowest(pieces: CreatureShapes[number], angle: number): number {
  const heights = pieces.flatMap((piece) => {
    const height = (x: number, y: number) => (x * Math.sin(angle) + y * Math.cos(angle)) / CM;
    if (!('points' in piece)) return [height(piece.x, piece.y) - piece.radius / CM];
    return piece.points.flatMap((x, i) => (i % 2 === 0 ? [height(x, piece.points[i + 1]!)] : []));
  });
  return Math.min(...heights);
}

test.each(Object.values(bodies).map((plan) => [plan.name, plan] as const))(
  '%s stands on the ground as it is drawn, with all that is drawn on it',
  (_, plan) => {
    const shapes = creatureShapes(plan, paper);
    const feet = plan.parts.map(({ position, angle }, i) => position[1] + lowest(shapes[i]!, angle));
    expect(Math.abs(Math.min(...feet) - extent(plan.parts).bottom)).toBeLessThan(0.02);
  },
);

describe('a body that was made of the stroller', () => {
  const { stroller } = bodies;
  const count = (plan: BodyPlan) => creatureShapes(plan, paper).map((shapes) => shapes.length);
  const changed = (change: (part: Part) => Partial<Part>): BodyPlan => ({
    ...stroller,
    name: 'my-stroller',
    parts: stroller.parts.map((part) => ({ ...part, ...change(part) })),
  });
  const withCorner = (role: Part['role'], i: number) =>
    changed(({ shape, role: own }) => {
      if (own !== role || shape.kind !== 'polygon') return {};
      return { shape: { ...shape, vertices: shape.vertices.map(([x, y], k) => (k === i ? [x - 0.1, y] : [x, y])) } };
    });

  test('has its feathers and shoes by whatever name, in whatever place', () => {
    expect(count(changed(({ position: [x, y], angle }) => ({ position: [x + 1, y], angle: angle + 0.1 })))).toEqual(
      count(stroller),
    );
  });

  test('has them at its size', () => {
    const twice = changed(({ shape, eye }) => ({
      shape: scaledShape(shape, 2),
      ...(eye && { eye: { position: [2 * eye.position[0], 2 * eye.position[1]], radius: 2 * eye.radius } }),
    }));
    expect(count(twice)).toEqual(count(stroller));
    const feather = (plan: BodyPlan) => Object(creatureShapes(plan, paper)[0]![0]).points;
    expect(feather(twice)).toEqual(feather(stroller).map((each: number) => expect.closeTo(2 * each, 6)));
  });

  test('keeps them when a corner of its torso or the top of its shins is elsewhere', () => {
    expect(count(withCorner('torso', 4))).toEqual(count(stroller));
    expect(count(withCorner('foot', 7))).toEqual(count(stroller));
  });

  test('has no shoe on a foot of another shape, nor has any other body', () => {
    const [feathers, thigh, shoe] = count(stroller);
    expect(count(withCorner('foot', 2))).toEqual([feathers, thigh, shoe! - 3, thigh, shoe! - 3]);
    for (const { name, parts } of Object.values(bodies)) {
      const decorated = parts.filter(
        (part) => [...strollerLook.behind(part, paper), ...strollerLook.over(part, 0, paper)].length > 0,
      );
      expect(decorated).toHaveLength(name === 'stroller' ? 3 : 0);
    }
  });
});

test("the stroller's shoe does not sink into the ground while the foot rolls", () => {
  const { parts } = bodies.stroller;
  const i = parts.findIndex(({ role }) => role === 'foot');
  const shapes = creatureShapes(bodies.stroller, paper)[i]!;
  // An arc of 0.4 m around a point 0.15 m below the middle of the shin.
  for (const angle of [-0.5, -0.3, 0, 0.3, 0.5]) {
    expect(lowest(shapes, angle)).toBeGreaterThan(-0.15 * Math.cos(angle) - 0.4 - 0.005);
  }
});
