import { expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { type CreatureShapes, creatureShapes } from '../../src/view/creature-shapes.ts';
import { CM, extent } from '../../src/view/outline.ts';
import { paper } from '../../src/view/palette.ts';

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

test("the stroller's shoe does not sink into the ground while the foot rolls", () => {
  const { parts } = bodies.stroller;
  const i = parts.findIndex(({ role }) => role === 'foot');
  const shapes = creatureShapes(bodies.stroller, paper)[i]!;
  // An arc of 0.4 m around a point 0.15 m below the middle of the shin.
  for (const angle of [-0.5, -0.3, 0, 0.3, 0.5]) {
    expect(lowest(shapes, angle)).toBeGreaterThan(-0.15 * Math.cos(angle) - 0.4 - 0.005);
  }
});
