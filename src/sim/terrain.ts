/** A fixed block: centre, full width and height, metres. */
export interface Block {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The ground of one episode: `points` is a polyline x0, y0, x1, y1, ... in metres in which x never decreases. Creatures
 * start above the origin, where the ground is level. The episode ends when the root passes `end`.
 */
export interface Terrain {
  points: Float64Array;
  blocks: Block[];
  /** Convex rocks by their corners, metres. Like blocks, they are solid and block the view. */
  rocks?: (readonly [number, number])[][];
  /** Makes each straight piece a body of its own, with ends that can be hit; by default all are one smooth chain. */
  pieces?: boolean;
  /** Position of the body plan's origin, metres; by default its lowest point stands on the ground at x = 0. */
  start?: readonly [number, number];
  /** Coulomb coefficient, mixed with each part's by square root. */
  friction: number;
  end: number;
}

/** x from which distance is measured, metres. */
export const startX = ({ start }: Terrain): number => start?.[0] ?? 0;

/** Index i of the piece below x: from corner i to i + 1, with x_i <= x. Clamped to the polyline. */
export function segmentAt({ points }: Terrain, x: number): number {
  let low = 0;
  let high = points.length / 2 - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[2 * middle]! <= x) low = middle;
    else high = middle;
  }
  return low;
}

/** Index in `points` of the piece that was asked for last, of whatever terrain: it saves time and changes no result. */
let latest = 0;

/** Height of the ground at x without blocks, metres. Beyond its ends the ground continues level. */
export function heightAt({ points }: Terrain, x: number): number {
  // Most questions are about the same piece as the one before, or one near to it.
  let i = Math.min(latest, points.length - 4);
  while (i > 0 && x < points[i]!) i -= 2;
  while (i < points.length - 4 && x >= points[i + 2]!) i += 2;
  latest = i;
  const x0 = points[i]!;
  const y0 = points[i + 1]!;
  const x1 = points[i + 2]!;
  const y1 = points[i + 3]!;
  if (x <= x0) return y0;
  if (x >= x1) return y1;
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** The lowest point of the ground, metres. */
export function lowest({ points }: Terrain): number {
  let low = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length; i += 2) low = Math.min(low, points[i]!);
  return low;
}
