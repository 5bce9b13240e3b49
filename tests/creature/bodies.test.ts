import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { type BodyPlan, bodyPlanSchema, type Part, type Point } from '../../src/creature/body-plan.ts';
import { corners } from '../../src/creature/corners.ts';

/** World positions of a part's corners, or of a circle's four extremes. */
function outline({ shape, position: [x, y], angle }: Part): Point[] {
  if (shape.kind === 'circle') {
    const r = shape.radius;
    return [
      [x + r, y],
      [x - r, y],
      [x, y + r],
      [x, y - r],
    ];
  }
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return corners(shape).map(([u, w]) => [x + c * u - s * w, y + s * u + c * w]);
}

const lowest = (part: Part) => Math.min(...outline(part).map(([, y]) => y));

/** Whether a point lies in a part's bounding box enlarged by a margin, metres. */
function near(part: Part, [x, y]: Point, margin: number): boolean {
  const points = outline(part);
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return (
    x > Math.min(...xs) - margin &&
    x < Math.max(...xs) + margin &&
    y > Math.min(...ys) - margin &&
    y < Math.max(...ys) + margin
  );
}

describe.each(Object.entries<BodyPlan>(bodies))('%s', (key, plan) => {
  test('is a valid plan under its own name', () => {
    expect(v.safeParse(bodyPlanSchema, plan).issues).toBeUndefined();
    expect(plan.name).toBe(key);
  });

  // A body from another program may start with its parts apart, which its joints pull together.
  const isWhole = plan.joints.every(({ sockets }) => sockets === undefined);

  test.runIf(isWhole)('stands within the limits of its joints', () => {
    for (const { limits } of plan.joints) {
      expect(limits[0]).toBeLessThanOrEqual(0);
      expect(limits[1]).toBeGreaterThanOrEqual(0);
    }
  });

  test('stands on its feet', () => {
    const feet = plan.parts.filter(({ role }) => role === 'foot');
    expect(feet.length).toBeGreaterThan(0);
    const ground = Math.min(...plan.parts.map(lowest));
    expect(Math.min(...feet.map(lowest))).toBeCloseTo(ground, 9);
  });

  test('has each joint in or near both of its parts', () => {
    const part = (name: string) => plan.parts.find((p) => p.name === name)!;
    for (const { parent, child, anchor } of plan.joints) {
      expect(near(part(parent), anchor, 0.06), `${parent} of ${child}`).toBe(true);
      expect(near(part(child), anchor, 0.06), child).toBe(true);
    }
  });

  test('has a right part for each left one, alike but for the layer', () => {
    for (const left of plan.parts.filter(({ name }) => name.startsWith('left '))) {
      const right = plan.parts.find(({ name }) => name === left.name.replace('left', 'right'));
      const angle = isWhole ? {} : { angle: 0 };
      expect({ ...right, name: '', layer: 0, ...angle }).toEqual({ ...left, name: '', layer: 0, ...angle });
      expect(right?.layer).toBe(-(left.layer ?? 0));
    }
  });
});
