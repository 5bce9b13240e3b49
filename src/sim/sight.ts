import type { Point } from '../creature/body-plan.ts';
import { type Block, segmentAt, type Terrain } from './terrain.ts';

/** Share of the ray from (x, y) by (dx, dy) at which it meets the line from a to b; 1 where it does not. */
function hitLine(x: number, y: number, dx: number, dy: number, ax: number, ay: number, bx: number, by: number): number {
  const ex = bx - ax;
  const ey = by - ay;
  const across = dx * ey - dy * ex;
  if (across === 0) return 1;
  const t = ((ax - x) * ey - (ay - y) * ex) / across;
  if (!(t >= 0 && t < 1)) return 1;
  const u = ((ax - x) * dy - (ay - y) * dx) / across;
  return u >= 0 && u <= 1 ? t : 1;
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

type Rocks = NonNullable<Terrain['rocks']>;

/** The least and the greatest x of each rock, one after the other, made once for a ground: rays pass most rocks by. */
const ranges = new WeakMap<Rocks, Float64Array>();

function rangesOf(rocks: Rocks): Float64Array {
  let found = ranges.get(rocks);
  if (found === undefined) {
    found = Float64Array.from(
      rocks.flatMap((rock) => [Math.min(...rock.map(([x]) => x)), Math.max(...rock.map(([x]) => x))]),
    );
    ranges.set(rocks, found);
  }
  return found;
}

/** Share in [0, 1] of the ray from (x, y) by (dx, dy) that is free of ground, blocks and rocks. */
export function castRay(terrain: Terrain, x: number, y: number, dx: number, dy: number): number {
  const { points, blocks, rocks } = terrain;
  const left = Math.min(x, x + dx);
  const right = Math.max(x, x + dx);
  const first = 2 * segmentAt(terrain, left);
  let nearest = 1;
  for (let at = first; at === first || (at < points.length - 2 && points[at]! <= right); at += 2) {
    const ax = points[at]!;
    const ay = points[at + 1]!;
    const bx = points[at + 2]!;
    const by = points[at + 3]!;
    nearest = Math.min(nearest, hitLine(x, y, dx, dy, ax, ay, bx, by));
  }
  for (const block of blocks) {
    if (block.x - block.width / 2 > right || block.x + block.width / 2 < left) continue;
    nearest = Math.min(nearest, hitBlock(x, y, dx, dy, block));
  }
  if (rocks === undefined || rocks.length === 0) return nearest;
  const range = rangesOf(rocks);
  for (let r = 0; r < rocks.length; r++) {
    if (range[2 * r]! <= right && range[2 * r + 1]! >= left)
      nearest = Math.min(nearest, hitRock(x, y, dx, dy, rocks[r]!));
  }
  return nearest;
}
