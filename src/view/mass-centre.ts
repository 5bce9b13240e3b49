import type { Part } from '../creature/body-plan.ts';
import { corners } from '../creature/corners.ts';
import type { Recording } from '../sim/recording.ts';
import type { Pose } from './pose.ts';

/** What a part weighs, kg, and where its own centre of mass lies in its own frame, metres. */
export function weigh({ shape, density }: Part): { mass: number; x: number; y: number } {
  if (shape.kind === 'circle') return { mass: density * Math.PI * shape.radius * shape.radius, x: 0, y: 0 };
  const points = corners(shape);
  let [twice, x, y] = [0, 0, 0];
  for (const [i, [x0, y0]] of points.entries()) {
    const [x1, y1] = points[(i + 1) % points.length] as (typeof points)[number];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { mass: (density * twice) / 2, x: x / (3 * twice), y: y / (3 * twice) };
}

/** Finds a creature's centre of mass in poses of it: two numbers, metres, written where one says. */
export type Balance = (poses: Pose, from: number, out: Float64Array, to: number) => void;

export function createBalance(parts: readonly Part[]): Balance {
  const weights = parts.map(weigh);
  const whole = weights.reduce((sum, { mass }) => sum + mass, 0);
  return (poses, from, out, to) => {
    let [sumX, sumY] = [0, 0];
    for (let i = 0; i < weights.length; i++) {
      const { mass, x, y } = weights[i] as (typeof weights)[number];
      const at = from + 3 * i;
      const [sin, cos] = [Math.sin(poses[at + 2] as number), Math.cos(poses[at + 2] as number)];
      sumX += mass * ((poses[at] as number) + x * cos - y * sin);
      sumY += mass * ((poses[at + 1] as number) + x * sin + y * cos);
    }
    out[to] = sumX / whole;
    out[to + 1] = sumY / whole;
  };
}

/** The way of the centre of mass through a whole life: x, y frame by frame, metres. */
export function wayOf({ plan, poses, frameCount }: Recording): Float64Array {
  const balance = createBalance(plan.parts);
  const way = new Float64Array(2 * frameCount);
  for (let f = 0; f < frameCount; f++) balance(poses, 3 * f * plan.parts.length, way, 2 * f);
  return way;
}
