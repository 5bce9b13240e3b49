import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { massOf } from '../../src/creature/anatomy.ts';
import { type BodyPlan, bodyPlanSchema, type Point } from '../../src/creature/body-plan.ts';
import { polygonFault } from '../../src/creature/polygon.ts';
import { parse } from '../../src/schema/fault.ts';
import { createParts } from '../../src/sim/build-world.ts';
import { type PolygonShape, planck } from '../../src/sim/planck/planck.ts';
import { puppetWith } from './puppet.ts';

const GAP = 0.0025;
/** Corners from text: 'x y, x y, ...', metres. */
const polygon = (text: string): Point[] =>
  text.split(', ').map((pair) => pair.split(' ').map(Number) as [number, number]);
const ring = (count: number, width: number, height: number, turn = 0): Point[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / count;
    return [width * Math.cos(angle), height * Math.sin(angle)];
  });
const inPlanck = (corners: readonly Point[]) => new planck.Polygon(corners.map(([x, y]) => planck.Vec2(x, y)));
const square = polygon('0 0, 1 0, 1 1, 0 1');
const withCorner = (index: number, ...corners: Point[]): Point[] => square.toSpliced(index, 0, ...corners);

describe('corners that planck would merge', () => {
  test.each<[string, Point[], string]>([
    ['a needle whose end is 2 mm wide', polygon('-0.001 -0.3, 0.001 -0.3, 0 0.3'), 'corners 0 and 1'],
    ['a sliver', polygon('0 0, 50 0, 50 1e-7'), 'corners 1 and 2'],
    ['a tiny triangle', polygon('0 0, 0.002 0, 0 0.002'), 'corners 0 and 1'],
    ['a square with one corner cut off', withCorner(2, [1, 0.999]), 'corners 2 and 3'],
    ['the first and the last corner', withCorner(4, [0, 0.002]), 'corners 0 and 4'],
    ['the same corner twice', withCorner(1, [0, 0]), 'corners 0 and 1'],
  ])('%s', (_what, corners, words) => {
    expect(polygonFault(corners)).toBe(`has ${words} less than 2.5 mm apart, which the physics would merge`);
  });

  test('are less than 2.5 mm apart, in planck and here alike', () => {
    const wide = (gap: number) => polygon(`0 0, ${gap} 0, ${gap / 2} 1`);
    expect(polygonFault(wide(GAP))).toBe('');
    expect(inPlanck(wide(GAP)).m_count).toBe(3);
    expect(polygonFault(wide(GAP - 1e-9))).toContain('corners 0 and 1');
    // Two corners are left: planck's box of 2 m by 2 m.
    expect(inPlanck(wide(GAP - 1e-9)).m_count).toBe(4);
    expect(polygonFault(polygon('0 0, 0.004 0, 0.004 0.004, 0 0.004'))).toBe('');
  });
});

describe('corners that do not turn left', () => {
  const prefix = 'must be convex and counter-clockwise: ';

  test.each<[string, Point[], string]>([
    ['a dent', polygon('0 0, 2 0, 2 2, 1 0.5, 0 2'), 'corner 3 bends inward'],
    ['clockwise', square.toReversed(), 'its corners go round clockwise'],
    // A star turns left at every corner all the same.
    ['crossing sides', polygon('0 3, -2 -3, 3 1, -3 1, 2 -3'), 'its sides cross'],
    ['a corner on a line', withCorner(1, [0.5, 0]), 'corner 1 lies on a line with its neighbours, leave it out'],
    ['a line', polygon('0 0, 1 0, 2 0'), 'corner 0 lies on a line with its neighbours, leave it out'],
  ])('%s', (_what, corners, words) => {
    expect(polygonFault(corners)).toBe(prefix + words);
  });

  test('a nearly collinear corner is named within a millionth of a square metre, and kept beyond', () => {
    // Corner 3 stands out from the line between its neighbours, 2 m apart.
    const flat = (out: number): Point[] => [
      [0, 0],
      [2, 0],
      [2, 1],
      [1, 1 + out],
      [0, 1],
    ];
    expect(polygonFault(flat(0.4e-6))).toBe(`${prefix}corner 3 lies on a line with its neighbours, leave it out`);
    expect(polygonFault(flat(-0.4e-6))).toBe(`${prefix}corner 3 lies on a line with its neighbours, leave it out`);
    expect(polygonFault(flat(-0.6e-6))).toBe(`${prefix}corner 3 bends inward`);
    expect(polygonFault(flat(0.6e-6))).toBe('');
  });

  test('may go round clockwise where that is allowed; corners keep their numbers', () => {
    expect(polygonFault(square.toReversed(), true)).toBe('');
    expect(polygonFault(withCorner(1, [0.5, 0]).toReversed(), true)).toBe(
      'must be convex: corner 3 lies on a line with its neighbours, leave it out',
    );
    expect(polygonFault(polygon('0 2, 1 0.5, 2 2, 2 0, 0 0'), true)).toBe('must be convex: corner 1 bends inward');
    expect(polygonFault(polygon('0 0, 1 1, 1 0, 0 1'), true)).toMatch(/^must be convex: /);
  });
});

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Polygons on both sides of every rule: flattened rings of any size, often with one corner moved near another. */
const polygons: fc.Arbitrary<Point[]> = fc
  .record({
    count: fc.integer({ min: 3, max: 8 }),
    size: fc.tuple(...[1, 2].map(() => between(-3, 1.5).map((power) => 10 ** power))),
    turn: between(0, 6),
    at: fc.tuple(...[1, 2].map(() => between(-18, 18))),
    moved: fc.option(
      fc.record({
        from: fc.nat(7),
        to: fc.nat(7),
        by: fc.tuple(...[1, 2].map(() => fc.oneof(between(-0.003, 0.003), between(-2, 2)))),
      }),
    ),
  })
  .map(({ count, size, turn, at, moved }) => {
    const corners = ring(count, size[0]!, size[1]!, turn).map(([x, y]): [number, number] => [x + at[0]!, y + at[1]!]);
    if (moved) {
      const [x, y] = corners[moved.to % count]!;
      corners[moved.from % count] = [x + moved.by[0]!, y + moved.by[1]!];
    }
    return corners;
  });

const shapeOf = (plan: BodyPlan) => {
  const [, part] = createParts(new planck.World(), plan, [0, 0]);
  return { mass: part!.getMass(), shape: part!.getFixtureList()!.getShape() as PolygonShape };
};
const key = (corners: readonly { x: number; y: number }[]) => corners.map(({ x, y }) => `${x} ${y}`);

test('planck keeps every corner and the mass of every polygon that a plan may have', { tags: 'slow' }, () => {
  const counts = { accepted: 0, merged: 0, convex: 0 };
  fc.assert(
    fc.property(polygons, (vertices) => {
      const fault = polygonFault(vertices);
      const plan = puppetWith(({ parts }) => {
        parts[1]!.shape = { kind: 'polygon', vertices: vertices.map(([x, y]) => [x, y]) };
      });
      if (fault !== '') {
        counts[fault.startsWith('has corners') ? 'merged' : 'convex']++;
        expect(() => parse(bodyPlanSchema, plan)).toThrow(`parts[1].shape.vertices ${fault}`);
        return;
      }
      counts.accepted++;
      expect(parse(bodyPlanSchema, plan)).toEqual(plan);
      const { mass, shape } = shapeOf(plan);
      const corners = key(shape.m_vertices);
      const expected = key(vertices.map(([x, y]) => ({ x, y })));
      const first = expected.indexOf(corners[0]!);
      expect(corners).toEqual([...expected.slice(first), ...expected.slice(0, first)]);
      expect(mass / massOf(plan.parts[1]!)).toBeCloseTo(1, 4);
    }),
    { seed: 3, numRuns: 1500 },
  );
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(100);
});

test('what is refused as merged loses a corner in planck', () => {
  let tried = 0;
  fc.assert(
    fc.property(polygons, (vertices) => {
      if (!polygonFault(vertices).startsWith('has corners')) return;
      tried++;
      expect(key(inPlanck(vertices).m_vertices).sort()).not.toEqual(key(vertices.map(([x, y]) => ({ x, y }))).sort());
    }),
    { seed: 4, numRuns: 1000 },
  );
  expect(tried).toBeGreaterThan(100);
});
