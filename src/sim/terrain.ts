/** A loose or fixed block standing on the ground: centre, full width and height, metres. */
export interface Block {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The ground of one life: a polyline from left to right (x never falls) as x0, y0, x1, y1, ... metres, and blocks on it.
 * Creatures start above the origin, where the ground is level, and are done when they pass `end`.
 */
export interface Terrain {
  points: Float64Array;
  blocks: Block[];
  /** Convex rocks by their corners, metres; seen and touched as blocks are. */
  rocks?: (readonly [number, number])[][];
  /** Each straight piece is a body of its own, whose ends can be felt; by default they are one smooth chain. */
  pieces?: boolean;
  /** Where the body plan's origin is put, metres; by default so that its lowest point stands on the ground at x = 0. */
  start?: readonly [number, number];
  /** Coulomb coefficient, mixed with each part's by square root. */
  friction: number;
  end: number;
}

/** Where creatures start and metres are counted from. */
export const startX = ({ start }: Terrain): number => start?.[0] ?? 0;

/** Index i of the last corner with x_i <= x, so that x lies between corner i and i + 1; clamped to the polyline. */
export function segmentAt({ points }: Terrain, x: number): number {
  let low = 0;
  let high = points.length / 2 - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((points[2 * middle] as number) <= x) low = middle;
    else high = middle;
  }
  return low;
}

/** Height of the ground at x, metres, blocks left out; beyond its ends the ground goes on level. */
export function heightAt(terrain: Terrain, x: number): number {
  const { points } = terrain;
  const i = 2 * segmentAt(terrain, x);
  const x0 = points[i] as number;
  const y0 = points[i + 1] as number;
  const x1 = points[i + 2] as number;
  const y1 = points[i + 3] as number;
  if (x <= x0) return y0;
  if (x >= x1) return y1;
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** The lowest point of the ground, metres. */
export function lowest({ points }: Terrain): number {
  let low = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length; i += 2) low = Math.min(low, points[i] as number);
  return low;
}
