import type { Part } from '../creature/body-plan.ts';
import { corners } from '../creature/corners.ts';
import type { Recording } from '../sim/recording.ts';
import type { Pose } from './pose.ts';

/** Mass of a part, kg, and its centre of mass in the part's frame, metres. */
export function massProperties({ shape, density }: Part): { mass: number; x: number; y: number } {
  if (shape.kind === 'circle') return { mass: density * Math.PI * shape.radius * shape.radius, x: 0, y: 0 };
  const points = corners(shape);
  let [doubleArea, x, y] = [0, 0, 0];
  for (const [i, [x0, y0]] of points.entries()) {
    const [x1, y1] = points[(i + 1) % points.length]!;
    const cross = x0 * y1 - x1 * y0;
    doubleArea += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { mass: (density * doubleArea) / 2, x: x / (3 * doubleArea), y: y / (3 * doubleArea) };
}

/** Writes the centre of mass of the pose at `poses[from]` to `out[to]` and `out[to + 1]`, metres. */
export type MassCentreFinder = (poses: Pose, from: number, out: Float64Array, to: number) => void;

export function createMassCentreFinder(parts: readonly Part[]): MassCentreFinder {
  const masses = parts.map(massProperties);
  const total = masses.reduce((sum, { mass }) => sum + mass, 0);
  return (poses, from, out, to) => {
    let [sumX, sumY] = [0, 0];
    for (let i = 0; i < masses.length; i++) {
      const { mass, x, y } = masses[i]!;
      const at = from + 3 * i;
      const [sin, cos] = [Math.sin(poses[at + 2]!), Math.cos(poses[at + 2]!)];
      sumX += mass * (poses[at]! + x * cos - y * sin);
      sumY += mass * (poses[at + 1]! + x * sin + y * cos);
    }
    out[to] = sumX / total;
    out[to + 1] = sumY / total;
  };
}

/** The path of the centre of mass through an episode: x, y for each frame, metres. */
export function massCentrePath({ plan, poses, frameCount }: Recording): Float64Array {
  const findMassCentre = createMassCentreFinder(plan.parts);
  const path = new Float64Array(2 * frameCount);
  for (let f = 0; f < frameCount; f++) findMassCentre(poses, 3 * f * plan.parts.length, path, 2 * f);
  return path;
}
