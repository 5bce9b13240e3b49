import type { Terrain } from '../terrain.ts';
import { BOUNDS_MARGIN, SKIN } from './constants.ts';
import {
  CONVEX_AFTER,
  CONVEX_BEFORE,
  E_ALPHA,
  E_ALPHA_AT,
  E_BOTTOM,
  E_CORNER_COUNT,
  E_CORNERS,
  E_KIND,
  E_LEFT,
  E_LEFT_FROM_HERE,
  E_RIGHT,
  E_RIGHT_SO_FAR,
  E_TOP,
  HAS_AFTER,
  HAS_BEFORE,
  PIECE,
  PIECE_I,
} from './contact-slots.ts';
import { type Memory, takeMemory } from './memory.ts';
import { boxPolygon, type Polygon, polygonOf } from './polygon.ts';
import {
  CORNER,
  GROUND,
  GROUND_I,
  K_NX,
  K_NY,
  K_OFFSET,
  K_X,
  K_Y,
  W_ALPHA,
  W_BLOCKS,
  W_LINE,
  W_PIECES,
} from './slots.ts';

/**
 * A memory with the ground in it, in planck's order: rocks, the line, blocks (`createGround` in sim/build-world.ts). Undefined
 * for a ground that planck would change.
 */
export function groundMemory(
  { points, rocks = [], blocks, pieces = false }: Terrain,
  runsAs: Memory['runsAs'],
): Memory | undefined {
  const stones = rocks.map((corners) => polygonOf(corners));
  if (points.length < 4 || !stones.every((each) => each !== undefined)) return undefined;
  const boxes = pieces ? [] : blocks.map(({ x, y, width, height }) => boxPolygon(width, height, x, y));
  const lineCount = points.length / 2 - 1;
  const pieceCount = stones.length + lineCount + boxes.length;
  const polygonCorners = [...stones, ...boxes].reduce((sum, { corners }) => sum + corners.length, 0);
  const memory = takeMemory(pieceCount, polygonCorners + lineCount + 1, runsAs);
  const { F, I } = memory;
  I[W_LINE] = stones.length;
  I[W_BLOCKS] = stones.length + lineCount;
  I[W_PIECES] = pieceCount;
  let next = GROUND + pieceCount * PIECE;
  const polygons = (from: number, list: readonly Polygon[], isOneBody: boolean) => {
    for (const [i, polygon] of list.entries()) {
      writePolygon(memory, from + i, next, polygon, isOneBody);
      next += polygon.corners.length * CORNER;
    }
  };
  polygons(0, stones, false);
  writeLine(memory, next, points, pieces);
  next += (lineCount + 1) * CORNER;
  polygons(I[W_BLOCKS]!, boxes, true);
  for (const [from, to] of [
    [0, I[W_LINE]!],
    [I[W_LINE]!, I[W_BLOCKS]!],
    [I[W_BLOCKS]!, pieceCount],
  ] as const)
    writeReaches(F, from, to);
  return memory;
}

/** Shape and bounds of a piece. Chain and blocks are one body; rocks and separate pieces of the line have one each. */
function writePiece(
  { F, I }: Memory,
  index: number,
  at: number,
  count: number,
  radius: number,
  isOneBody: boolean,
): void {
  const f = GROUND + index * PIECE;
  const i = GROUND_I + index * PIECE_I;
  I[i + E_CORNERS] = at;
  I[i + E_CORNER_COUNT] = count;
  I[i + E_ALPHA_AT] = isOneBody ? W_ALPHA : f + E_ALPHA;
  I[i + E_KIND] = 0;
  F[f + E_ALPHA] = 0;
  let [left, bottom, right, top] = [F[at + K_X]!, F[at + K_Y]!, F[at + K_X]!, F[at + K_Y]!];
  for (let k = 1; k < count; k++) {
    const [x, y] = [F[at + k * CORNER + K_X]!, F[at + k * CORNER + K_Y]!];
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  F[f + E_LEFT] = left - radius - BOUNDS_MARGIN;
  F[f + E_BOTTOM] = bottom - radius - BOUNDS_MARGIN;
  F[f + E_RIGHT] = right + radius + BOUNDS_MARGIN;
  F[f + E_TOP] = top + radius + BOUNDS_MARGIN;
}

function writePolygon(memory: Memory, index: number, at: number, polygon: Polygon, isOneBody: boolean): void {
  writeCorners(memory.F, at, polygon);
  writePiece(memory, index, at, polygon.corners.length, SKIN, isOneBody);
}

/** Corners with the normals of the sides that begin there. */
export function writeCorners(
  F: Float64Array,
  at: number,
  { corners, normals }: Pick<Polygon, 'corners' | 'normals'>,
): void {
  for (const [k, [x, y]] of corners.entries())
    writeCorner(F, at + k * CORNER, x, y, ...(normals[k] as [number, number]));
}

function writeCorner(F: Float64Array, at: number, x: number, y: number, nx: number, ny: number): void {
  F[at + K_X] = x;
  F[at + K_Y] = y;
  F[at + K_NX] = nx;
  F[at + K_NY] = ny;
  F[at + K_OFFSET] = nx * x + ny * y;
}

/** ChainShape.getChildEdge, or EdgeShapes without neighbours: pieces share their corners. */
function writeLine(memory: Memory, at: number, points: Float64Array, pieces: boolean): void {
  const { F, I } = memory;
  const count = points.length / 2 - 1;
  for (let k = 0; k <= count; k++) {
    const [x, y] = [points[2 * k]!, points[2 * k + 1]!];
    let [dx, dy] = k < count ? [points[2 * k + 2]! - x, points[2 * k + 3]! - y] : [0, 0];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length > 0) {
      const inverse = 1 / length;
      dx *= inverse;
      dy *= inverse;
    }
    writeCorner(F, at + k * CORNER, x, y, dy, -dx);
  }
  for (let k = 0; k < count; k++) {
    const corner = at + k * CORNER;
    writePiece(memory, I[W_LINE]! + k, corner, 2, pieces ? SKIN : 0, !pieces);
    let kind = 0;
    // Box2D counts a straight corner as convex for the piece that begins there, but not for the one that ends there.
    if (!pieces && k > 0) kind += HAS_BEFORE + (turnAt(F, corner) >= 0 ? CONVEX_BEFORE : 0);
    if (!pieces && k < count - 1) kind += HAS_AFTER + (turnAt(F, corner + CORNER) > 0 ? CONVEX_AFTER : 0);
    I[GROUND_I + (I[W_LINE]! + k) * PIECE_I + E_KIND] = kind;
  }
}

/** Sine of the angle by which the line turns left at a corner. */
const turnAt = (F: Float64Array, corner: number) =>
  F[corner - CORNER + K_NX]! * F[corner + K_NY]! - F[corner - CORNER + K_NY]! * F[corner + K_NX]!;

/** How far pieces up to one and from one on reach, so that the search for pairs can start and stop early in any order. */
function writeReaches(F: Float64Array, from: number, to: number): void {
  let right = Number.NEGATIVE_INFINITY;
  for (let e = from; e < to; e++) {
    const f = GROUND + e * PIECE;
    right = Math.max(right, F[f + E_RIGHT]!);
    F[f + E_RIGHT_SO_FAR] = right;
  }
  let left = Number.POSITIVE_INFINITY;
  for (let e = to - 1; e >= from; e--) {
    const f = GROUND + e * PIECE;
    left = Math.min(left, F[f + E_LEFT]!);
    F[f + E_LEFT_FROM_HERE] = left;
  }
}
