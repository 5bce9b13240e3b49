import type { Part, Point } from '../creature/body-plan.ts';
import { corners } from '../creature/corners.ts';
import { heightAt, type Terrain } from '../sim/terrain.ts';
import type { Pose } from './pose.ts';

/** Corners at most this much higher above the ground than the lowest one also stand on it, metres. */
const FLAT_TOLERANCE = 0.015;

/** Height of the highest surface at x: ground, blocks or rocks, metres. */
function surfaceAt(terrain: Terrain, x: number): number {
  let top = heightAt(terrain, x);
  for (const block of terrain.blocks) {
    if (Math.abs(block.x - x) <= block.width / 2) top = Math.max(top, block.y + block.height / 2);
  }
  for (const rock of terrain.rocks ?? []) {
    let [left, right, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const [cx, cy] of rock) {
      left = Math.min(left, cx);
      right = Math.max(right, cx);
      highest = Math.max(highest, cy);
    }
    if (left <= x && x <= right) top = Math.max(top, highest);
  }
  return top;
}

/** Where a part that touches the ground stands on it: the mean of its lowest corners, metres. */
export function footholdOf(terrain: Terrain, { shape }: Part, pose: Pose, i: number): Point {
  const [x, y, angle] = [pose[3 * i]!, pose[3 * i + 1]!, pose[3 * i + 2]!];
  if (shape.kind === 'circle') return [x, y - shape.radius];
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const placed = corners(shape).map(([dx, dy]) => {
    const [cx, cy] = [x + dx * cos - dy * sin, y + dx * sin + dy * cos];
    return { cx, cy, clearance: cy - surfaceAt(terrain, cx) };
  });
  const least = Math.min(...placed.map(({ clearance }) => clearance));
  const low = placed.filter(({ clearance }) => clearance <= least + FLAT_TOLERANCE);
  const mean = (of: (each: (typeof low)[number]) => number) =>
    low.reduce((sum, each) => sum + of(each), 0) / low.length;
  return [mean(({ cx }) => cx), mean(({ cy }) => cy)];
}
