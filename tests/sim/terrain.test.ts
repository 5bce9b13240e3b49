import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { castRay } from '../../src/sim/sight.ts';
import { type Block, heightAt, lowest, segmentAt, type Terrain } from '../../src/sim/terrain.ts';

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
const block = fc.record({ x: within(-5, 20), y: within(-2, 3), width: within(0.1, 3), height: within(0.1, 3) });
/** Grounds of 2 to 21 corners, with steep pieces. */
const terrains = fc
  .record({
    first: fc.tuple(within(-5, 5), within(-3, 3)),
    pieces: fc.array(fc.tuple(fc.oneof(within(0.01, 0.02), within(0.1, 3)), within(-2, 2)), {
      minLength: 1,
      maxLength: 20,
    }),
    blocks: fc.array(block, { maxLength: 4 }),
  })
  .map(({ first: [x, y], pieces, blocks }): Terrain => {
    const points = [x, y];
    for (const [dx, dy] of pieces) points.push(points.at(-2)! + dx, points.at(-1)! + dy);
    return { points: Float64Array.from(points), blocks, friction: 1, end: 100 };
  });
const corner = ({ points }: Terrain, i: number): [number, number] => [points[2 * i]!, points[2 * i + 1]!];
const pieceCount = ({ points }: Terrain) => points.length / 2 - 1;
const often = { seed: 1, numRuns: 300 };

test('segmentAt finds the piece below x, the outermost beyond the ends', () => {
  fc.assert(
    fc.property(terrains, within(-10, 60), (terrain, x) => {
      let expected = 0;
      for (let i = 0; i < pieceCount(terrain); i++) if (corner(terrain, i)[0] <= x) expected = i;
      expect(segmentAt(terrain, x)).toBe(expected);
    }),
    often,
  );
});

test('heightAt is linear between corners and level beyond them', () => {
  fc.assert(
    fc.property(terrains, within(-10, 60), (terrain, x) => {
      const last = pieceCount(terrain);
      let expected = x < corner(terrain, 0)[0] ? corner(terrain, 0)[1] : corner(terrain, last)[1];
      for (let i = 0; i < last; i++) {
        const [ax, ay] = corner(terrain, i);
        const [bx, by] = corner(terrain, i + 1);
        const share = (x - ax) / (bx - ax);
        if (share >= 0 && share < 1) expected = ay * (1 - share) + by * share;
      }
      expect(heightAt(terrain, x)).toBeCloseTo(expected, 9);
    }),
    often,
  );
  fc.assert(
    fc.property(terrains, (terrain) => {
      for (let i = 0; i <= pieceCount(terrain); i++) {
        const [x, y] = corner(terrain, i);
        expect(heightAt(terrain, x)).toBe(y);
      }
    }),
    often,
  );
});

test('lowest is the lowest corner', () => {
  expect(lowest({ points: Float64Array.of(-9, 2, 1, -3, 4, 5), blocks: [], friction: 1, end: 0 })).toBe(-3);
});

describe('castRay', () => {
  type Line = [ax: number, ay: number, bx: number, by: number];
  const edges = ({ x, y, width, height }: Block): Line[] => {
    const [l, r, b, t] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
    return [
      [l, b, r, b],
      [r, b, r, t],
      [r, t, l, t],
      [l, t, l, b],
    ];
  };
  /** Intersects the ray with every line of ground and blocks, by Cramer's rule: ray = a + u (b - a). */
  function bruteForce(terrain: Terrain, x: number, y: number, dx: number, dy: number): number {
    const lines: Line[] = Array.from({ length: pieceCount(terrain) }, (_, i) => [
      ...corner(terrain, i),
      ...corner(terrain, i + 1),
    ]);
    for (const each of terrain.blocks) {
      const inside = Math.abs(x - each.x) <= each.width / 2 && Math.abs(y - each.y) <= each.height / 2;
      if (inside) return 0;
      lines.push(...edges(each));
    }
    let nearest = 1;
    for (const [ax, ay, bx, by] of lines) {
      const determinant = dx * (ay - by) - dy * (ax - bx);
      const t = ((ax - x) * (ay - by) - (ay - y) * (ax - bx)) / determinant;
      const u = (dx * (ay - y) - dy * (ax - x)) / determinant;
      if (t >= 0 && t <= 1 && u >= 0 && u <= 1) nearest = Math.min(nearest, t);
    }
    return nearest;
  }

  test('finds the nearest of all lines, from any place in any direction', () => {
    let met = 0;
    fc.assert(
      fc.property(
        terrains,
        fc.tuple(within(-8, 40), within(-4, 8), within(-12, 12), within(-12, 12)),
        (terrain, [x, y, dx, dy]) => {
          const seen = castRay(terrain, x, y, dx, dy);
          expect(seen).toBeCloseTo(bruteForce(terrain, x, y, dx, dy), 9);
          if (seen < 1) met++;
        },
      ),
      { seed: 2, numRuns: 1000 },
    );
    expect(met).toBeGreaterThan(200);
  });

  test('downward gives the height above the ground; upward is free', () => {
    const terrain: Terrain = { points: Float64Array.of(-5, 0, 5, 10), blocks: [], friction: 1, end: 9 };
    expect(castRay(terrain, 0, 9, 0, -8)).toBeCloseTo(0.5, 12);
    expect(castRay(terrain, 0, 9, 0, -3)).toBe(1);
    expect(castRay(terrain, 0, 9, 0, 8)).toBe(1);
    expect(castRay(terrain, 0, 9, 8, 0)).toBeCloseTo(0.5, 12);
    expect(castRay(terrain, 0, 9, -8, 0)).toBe(1);
  });
});

test('heightAt does not depend on what was asked before, of whatever ground', () => {
  fc.assert(
    fc.property(terrains, terrains, fc.array(within(-10, 60), { minLength: 2, maxLength: 8 }), (one, other, places) => {
      for (const before of places) {
        for (const x of places) {
          heightAt(one, x);
          const after = heightAt(one, x);
          heightAt(other, before);
          expect(heightAt(one, x)).toBe(after);
        }
      }
    }),
    often,
  );
});
