import type { Point } from '../creature/body-plan.ts';
import { type Block, segmentAt, type Terrain } from './terrain.ts';

/** Share of the ray from (x, y) by (dx, dy) at which it meets the line from a to b; 1 where it does not. */
function hitLine(x: number, y: number, dx: number, dy: number, ax: number, ay: number, bx: number, by: number): number {
  const ex = bx - ax;
  const ey = by - ay;
  const across = dx * ey - dy * ex;
  if (across === 0) return 1;
  const t = ((ax - x) * ey - (ay - y) * ex) / across;
  const u = ((ax - x) * dy - (ay - y) * dx) / across;
  return t >= 0 && t < 1 && u >= 0 && u <= 1 ? t : 1;
}

/** Share of the ray at which it enters a block (slab method); 1 where it does not. */
function hitBlock(x: number, y: number, dx: number, dy: number, block: Block): number {
  let near = 0;
  let far = 1;
  for (const [from, by, middle, size] of [
    [x, dx, block.x, block.width],
    [y, dy, block.y, block.height],
  ] as const) {
    const low = middle - size / 2 - from;
    const high = middle + size / 2 - from;
    if (by === 0) {
      if (low > 0 || high < 0) return 1;
      continue;
    }
    near = Math.max(near, Math.min(low / by, high / by));
    far = Math.min(far, Math.max(low / by, high / by));
  }
  return near <= far ? near : 1;
}

/** Share of the ray at which it enters a convex rock; 1 where it does not or where it starts inside, as in Box2D. */
function hitRock(x: number, y: number, dx: number, dy: number, rock: readonly Point[]): number {
  let nearest = 1;
  let lefts = 0;
  for (let i = 0; i < rock.length; i++) {
    const [ax, ay] = rock[i]!;
    const [bx, by] = rock[i + 1 < rock.length ? i + 1 : 0]!;
    if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0) lefts++;
    nearest = Math.min(nearest, hitLine(x, y, dx, dy, ax, ay, bx, by));
  }
  const inside = lefts === 0 || lefts === rock.length;
  return inside ? 1 : nearest;
}

/** Whether a rock reaches into the range from `left` to `right`, metres. */
function overlaps(rock: readonly Point[], left: number, right: number): boolean {
  let before = true;
  let beyond = true;
  for (let i = 0; i < rock.length; i++) {
    const x = rock[i]![0];
    if (x >= left) before = false;
    if (x <= right) beyond = false;
  }
  return !before && !beyond;
}

/** Share in [0, 1] of the ray from (x, y) by (dx, dy) that is free of ground, blocks and rocks. */
export function castRay(terrain: Terrain, x: number, y: number, dx: number, dy: number): number {
  const { points, blocks, rocks } = terrain;
  const last = segmentAt(terrain, Math.max(x, x + dx));
  let nearest = 1;
  for (let i = segmentAt(terrain, Math.min(x, x + dx)); i <= last; i++) {
    const at = 2 * i;
    const ax = points[at]!;
    const ay = points[at + 1]!;
    const bx = points[at + 2]!;
    const by = points[at + 3]!;
    nearest = Math.min(nearest, hitLine(x, y, dx, dy, ax, ay, bx, by));
  }
  for (const block of blocks) {
    if (block.x - block.width / 2 > Math.max(x, x + dx) || block.x + block.width / 2 < Math.min(x, x + dx)) continue;
    nearest = Math.min(nearest, hitBlock(x, y, dx, dy, block));
  }
  if (rocks === undefined) return nearest;
  for (const rock of rocks) {
    if (!overlaps(rock, Math.min(x, x + dx), Math.max(x, x + dx))) continue;
    nearest = Math.min(nearest, hitRock(x, y, dx, dy, rock));
  }
  return nearest;
}
