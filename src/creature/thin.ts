import type { BodyPlan, Shape } from './body-plan.ts';
import type { Lint } from './lint.ts';

/** Speed of a part after a fall from 0.3 m, m/s: every creature that walks reaches it. */
const SPEED = 2.5;

/** Thickness below which a part moves by more than it in one of so many physics steps a second, metres. */
export const leastThickness = (physicsRate: number): number => SPEED / physicsRate;

/** Width of a shape where it is narrowest, metres: of a polygon, the least distance of an edge from its farthest corner. */
export function thickness(shape: Shape): number {
  if (shape.kind === 'circle') return 2 * shape.radius;
  if (shape.kind === 'box') return Math.min(shape.width, shape.height);
  const { vertices } = shape;
  const widths = vertices.map(([x, y], i) => {
    const [nx, ny] = vertices[(i + 1) % vertices.length] as (typeof vertices)[0];
    const [dx, dy] = [nx - x, ny - y];
    const far = Math.max(...vertices.map(([px, py]) => dx * (py - y) - dy * (px - x)));
    return far / Math.sqrt(dx * dx + dy * dy);
  });
  return Math.min(...widths);
}

/**
 * Parts so thin that at SPEED they move by more than their thickness in one physics step: without continuous collision they
 * pass through the ground. `physicsRate` in steps per second.
 */
export function thin({ parts }: BodyPlan, physicsRate: number): Lint | undefined {
  const found = parts.filter(({ shape }) => thickness(shape) < leastThickness(physicsRate));
  if (found.length === 0) return undefined;
  const names = found.map(({ name }) => name).join(', ');
  const cm = (100 * Math.min(...found.map(({ shape }) => thickness(shape)))).toFixed(1);
  return {
    id: 'thin',
    words: `Thin parts (${names}, down to ${cm} cm) can pass through the ground: task.continuous=true prevents it.`,
  };
}
