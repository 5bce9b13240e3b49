import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { stream } from '../../src/math/rng.ts';
import { parse } from '../../src/schema/fault.ts';
import { givenSchema, rolloutGiven } from '../../src/sim/tasks/bipedal-walker/given.ts';
import { generateCourse } from '../../src/sim/tasks/bipedal-walker/ground.ts';

/**
 * Open-loop episodes of Gymnasium's BipedalWalker, simulated by Box2D in double precision and by Gymnasium in single
 * precision: 1, 2 and 4 random actions; 5 none; 6 a heuristic that walks; 12 random and 15 heuristic, hardcore course.
 */
const KEYS = [1, 2, 4, 5, 6, 12, 15] as const;

interface Reference {
  double: { obs0: number[]; bodies0: number[]; obs: number[][]; reward: number[]; done: number[]; bodies: number[][] };
  gymnasium: { hull: number[][] };
}

const apart = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((x, i) => Math.abs(x - b[i]!)));

const episodes = KEYS.map((key) => {
  const url = new URL(`../fixtures/bipedal-walker/${key}.json`, import.meta.url);
  const file = JSON.parse(readFileSync(url, 'utf8'));
  return { key, reference: file as Reference, simulated: rolloutGiven(v.parse(givenSchema, file)) };
});

describe.each(episodes)('episode $key', ({ reference: { double, gymnasium }, simulated }) => {
  test('starts as Box2D does, the first observation included', () => {
    expect(apart(simulated.bodies0, double.bodies0)).toBeLessThan(1e-9);
    expect(apart(simulated.obs0, double.obs0)).toBeLessThan(1e-9);
  });

  test('equals Box2D in doubles for 40 steps, and Gymnasium for 20', () => {
    for (let i = 0; i < 40; i++) {
      expect(apart(simulated.bodies[i]!, double.bodies[i]!)).toBeLessThan(1e-9);
      expect(apart(simulated.obs[i]!, double.obs[i]!)).toBeLessThan(1e-9);
      expect(Math.abs(simulated.reward[i]! - double.reward[i]!)).toBeLessThan(1e-9);
      expect(simulated.done[i]).toBe(Boolean(double.done[i]));
      if (i < 20) expect(apart(gymnasium.hull[i]!, simulated.bodies[i]!)).toBeLessThan(1e-2);
    }
  });
});

// When both knees rest at their limits, one rounding decides how often their angles are corrected: 6 and 15 diverge there.
test.each([1, 2, 4, 5, 12])('episode %i equals Box2D to its end', (key) => {
  const { simulated, reference } = episodes.find((each) => each.key === key)!;
  const { bodies, obs, reward, done } = reference.double;
  expect(simulated.bodies.length).toBe(bodies.length);
  for (const [i, theirs] of bodies.entries()) {
    expect(apart(simulated.bodies[i]!, theirs)).toBeLessThan(1e-6);
    expect(apart(simulated.obs[i]!, obs[i]!)).toBeLessThan(1e-6);
    expect(Math.abs(simulated.reward[i]! - reward[i]!)).toBeLessThan(1e-6);
    expect(simulated.done[i]).toBe(Boolean(done[i]));
  }
});

describe('a rock', () => {
  const given = (rock: [number, number][]) => () =>
    parse(givenSchema, {
      terrain_y: [5, 5],
      terrainPolys: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        rock,
      ],
      actions: [],
    });

  test.each<[string, [number, number][], string]>([
    [
      'with a dent',
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [1, 0.5],
        [0, 2],
      ],
      'must be convex: corner 3 bends inward',
    ],
    [
      'on a line',
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      'must be convex: corner 0 lies on a line with its neighbours',
    ],
    [
      'of 2 mm',
      [
        [0, 0],
        [0.002, 0],
        [0, 0.002],
      ],
      'has corners 0 and 1 less than 2.5 mm apart',
    ],
  ])('%s is refused with its place', (_what, rock, words) => {
    expect(given(rock)).toThrow(`terrainPolys[1] ${words}`);
  });

  test('of 4 mm is accepted, either way round', () => {
    const rock: [number, number][] = [
      [0, 0],
      [0.004, 0],
      [0.004, 0.004],
    ];
    expect(given(rock)).not.toThrow();
    expect(given(rock.toReversed())).not.toThrow();
  });
});

describe('the course', () => {
  const STEP = 14 / 30;
  const courses = (hardcore: boolean) =>
    [1, 2, 3, 4, 5, 6].map((seed) => generateCourse(hardcore, stream(seed, 'course')));
  const heights = ({ points }: { points: Float64Array }) => points.filter((_, i) => i % 2 === 1);

  test('has 200 corners 14/30 m apart, the first 20 level, and never falls or rises steeply', () => {
    for (const course of courses(false)) {
      const ys = heights(course);
      expect(ys.length).toBe(200);
      expect(course.points[2 * 150]).toBeCloseTo(150 * STEP, 12);
      expect(course.rocks).toEqual([]);
      for (let i = 0; i < 20; i++) expect(ys[i]).toBeCloseTo(400 / 30 / 4, 12);
      for (let i = 21; i < 200; i++) expect(Math.abs(ys[i]! - ys[i - 1]!)).toBeLessThan(0.22);
      expect(new Set(ys).size).toBeGreaterThan(100);
    }
  });

  test('of the hardcore kind has stumps, stairs and pits, each with ground that fits it', () => {
    const kinds = new Set<string>();
    for (const course of courses(true)) {
      const ys = heights(course);
      expect(ys.length).toBe(200);
      const at = (x: number) => ys[Math.round(x / STEP)];
      for (const rock of course.rocks ?? []) {
        const [[x, y], [right], [, low]] = rock as [[number, number], [number, number], [number, number]];
        const [width, height] = [Math.round((right - x) / STEP), Math.round((low - y) / STEP)];
        kinds.add(`${width} x ${height}`);
        if (height > 0) expect(at(x)).toBeCloseTo(y, 12);
      }
      for (let i = 1; i < 200; i++) expect(Math.abs(ys[i]! - ys[i - 1]!)).toBeLessThan(4 * STEP + 1e-9);
    }
    // Walls of pits, two sizes of stumps, steps of stairs.
    expect([...kinds].sort()).toEqual(['1 x -4', '1 x 1', '2 x 2', '4 x -1']);
  });
});
