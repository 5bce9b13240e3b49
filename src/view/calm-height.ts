import { heightAt, type Terrain } from '../sim/terrain.ts';

/** How far around a place one looks for its ground, metres. */
const AROUND = 1.5;

/** Height of the ground about a place, gaps bridged and steps taken early: what a camera can follow, metres. */
export function calmHeight(terrain: Terrain, x: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let dx = -AROUND; dx <= AROUND; dx += 0.5) highest = Math.max(highest, heightAt(terrain, x + dx));
  return highest;
}
