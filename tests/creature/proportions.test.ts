import { describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan, Joint, Part, Point } from '../../src/creature/body-plan.ts';
import { corners } from '../../src/creature/corners.ts';

/** Position in a part's own frame of a point in the world. */
function inFrame({ position, angle }: Part, [x, y]: Point): Point {
  const [dx, dy] = [x - position[0], y - position[1]];
  return [dx * Math.cos(angle) + dy * Math.sin(angle), dy * Math.cos(angle) - dx * Math.sin(angle)];
}

/** Distance of a point in the world from a part, metres; 0 inside. */
function away(part: Part, point: Point): number {
  const [x, y] = inFrame(part, point);
  if (part.shape.kind === 'circle') return Math.max(0, Math.hypot(x, y) - part.shape.radius);
  const points = corners(part.shape);
  let outside = false;
  let nearest = Number.POSITIVE_INFINITY;
  points.forEach(([ax, ay], i) => {
    const [bx, by] = points[(i + 1) % points.length]!;
    const [ex, ey] = [bx - ax, by - ay];
    if (ex * (y - ay) - ey * (x - ax) < 0) outside = true;
    const along = Math.max(0, Math.min(1, (ex * (x - ax) + ey * (y - ay)) / (ex * ex + ey * ey)));
    nearest = Math.min(nearest, Math.hypot(x - ax - along * ex, y - ay - along * ey));
  });
  return outside ? nearest : 0;
}

/** Area of a part, m². */
function area({ shape }: Part): number {
  if (shape.kind === 'circle') return Math.PI * shape.radius * shape.radius;
  const points = corners(shape);
  return points.reduce((sum, [ax, ay], i) => {
    const [bx, by] = points[(i + 1) % points.length]!;
    return sum + (ax * by - bx * ay) / 2;
  }, 0);
}

describe.each(Object.entries<BodyPlan>(bodies))('%s', (_name, plan) => {
  const part = (name: string) => plan.parts.find((p) => p.name === name)!;

  test('has a title, and a line about it', () => {
    expect(plan.title).not.toBe('');
    expect(plan.about).toMatch(/\.$/);
  });

  test('has unique names of parts and of joints', () => {
    for (const named of [plan.parts, plan.joints])
      expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
  });

  test('weighs between 5 and 30 kg', () => {
    const mass = plan.parts.reduce((sum, p) => sum + p.density * area(p), 0);
    expect(mass).toBeGreaterThan(5);
    expect(mass).toBeLessThan(30);
  });

  test('has each hinge in both of its parts, or within 5 cm', () => {
    for (const { name, parent, child, anchor } of plan.joints) {
      expect(away(part(parent), anchor), `${name} from ${parent}`).toBeLessThanOrEqual(0.05);
      expect(away(part(child), anchor), `${name} from ${child}`).toBeLessThanOrEqual(0.05);
    }
  });

  test('has one eye, inside its part, ahead of the root’s origin', () => {
    const eyes = plan.parts.filter(({ eye }) => eye !== undefined);
    expect(eyes.length).toBe(1);
    const [owner] = eyes as [Part];
    const [x, y] = owner.eye!.position;
    const [c, s] = [Math.cos(owner.angle), Math.sin(owner.angle)];
    const eye: Point = [owner.position[0] + c * x - s * y, owner.position[1] + s * x + c * y];
    expect(away(owner, eye)).toBe(0);
    expect(eye[0]).toBeGreaterThan(plan.parts[0]!.position[0]);
  });

  test('has equal joints on the left and on the right', () => {
    const strip = ({ name: _, parent, child, ...rest }: Joint) => ({
      ...rest,
      parent: parent.replace(/^right /, 'left '),
      child: child.replace(/^right /, 'left '),
    });
    for (const left of plan.joints.filter(({ name }) => name.startsWith('left '))) {
      const right = plan.joints.find(({ name }) => name === left.name.replace('left', 'right'))!;
      expect(strip(right)).toEqual(strip(left));
    }
  });
});
