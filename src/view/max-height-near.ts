import { heightAt, type Terrain } from '../sim/terrain.ts';

/** Half width of the window, metres. */
const REACH = 1.5;

/** Highest ground within 1.5 m of `x`, metres: smooth enough for a camera, as it bridges gaps and anticipates steps. */
export function maxHeightNear(terrain: Terrain, x: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let dx = -REACH; dx <= REACH; dx += 0.5) highest = Math.max(highest, heightAt(terrain, x + dx));
  return highest;
}
