import fc from 'fast-check';
import alea from 'seedrandom/lib/alea.js';
import { describe, expect, test } from 'vitest';
import { cos, log, sin } from '../../src/math/portable.ts';
import { restore, seedOf, stream } from '../../src/math/rng.ts';
import { deviation, mean } from '../../src/math/stats.ts';

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);

describe('streams', () => {
  test('are the same for the same seed and purpose, and differ for others', () => {
    const numbers = (...purpose: (string | number)[]) => draw(5, stream(7, ...purpose).next);
    expect(numbers('terrain', 3)).toEqual(numbers('terrain', 3));
    expect(numbers('terrain', 3)).not.toEqual(numbers('terrain', 4));
    expect(numbers('terrain', 3)).not.toEqual(numbers('noise', 3));
    expect(draw(5, stream(8, 'terrain', 3).next)).not.toEqual(numbers('terrain', 3));
  });

  test('never change their first numbers', () => {
    const rng = stream(7, 'golden');
    expect(draw(3, rng.next)).toEqual([0.37869892370675706, 0.9746600378859724, 0.7889261084950857]);
    expect(draw(3, rng.normal)).toEqual([0.4951076885734923, 0.47102556384049243, 1.2714795750316907]);
    expect(seedOf(7, 'golden')).toBe(1626499492);
  });

  test('are uniform in [0, 1), with 53 bits', () => {
    const numbers = draw(100_000, stream(1, 'uniform').next);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(mean(numbers)).toBeCloseTo(0.5, 2);
    expect(deviation(numbers)).toBeCloseTo(Math.sqrt(1 / 12), 2);
    expect(numbers.some((x) => (x * 2 ** 53) % 2 === 1)).toBe(true);
    expect(numbers.every((x) => (x * 2 ** 53) % 1 === 0)).toBe(true);
  });

  test('are normal of mean 0, deviation 1, kurtosis 3', () => {
    const numbers = draw(100_000, stream(1, 'normal').normal);
    expect(mean(numbers)).toBeCloseTo(0, 1);
    expect(deviation(numbers)).toBeCloseTo(1, 1);
    expect(mean(numbers.map((x) => x * x * x * x))).toBeCloseTo(3, 0);
    expect(mean(numbers.map((x) => (Math.abs(x) < 1.959964 ? 1 : 0)))).toBeCloseTo(0.95, 2);
  });

  test('of neighbouring purposes are uncorrelated', () => {
    const first = draw(20_000, () => 0).map((_, i) => stream(3, 'trial', i).next());
    let sum = 0;
    for (let i = 1; i < first.length; i++) sum += (first[i]! - 0.5) * (first[i - 1]! - 0.5);
    expect(Math.abs((sum / first.length) * 12)).toBeLessThan(0.02);
  });

  test("are normal by Box and Muller's formula of seedrandom's numbers", () => {
    const { double } = alea('7/formula', { state: true });
    const row = stream(7, 'formula').normals(20_000);
    for (let i = 0; i < row.length; i += 2) {
      const radius = Math.sqrt(-2 * log(1 - double()));
      const angle = 2 * Math.PI * double();
      expect([row[i], row[i + 1]]).toEqual([radius * cos(angle), radius * sin(angle)]);
    }
  });

  test('draw the same normal numbers in rows as one by one, whatever was drawn in between', () => {
    const turn = fc.oneof(fc.constantFrom('next', 'normal', 'saved'), fc.nat({ max: 7 }));
    fc.assert(
      fc.property(fc.integer(), fc.array(turn, { maxLength: 12 }), (seed, turns) => {
        let rows = stream(seed, 'row');
        const single = stream(seed, 'row');
        for (const turn of turns) {
          if (turn === 'saved') rows = restore(JSON.parse(JSON.stringify(rows.save())));
          else if (typeof turn === 'string') expect(rows[turn]()).toBe(single[turn]());
          else expect([...rows.normals(turn)]).toEqual(draw(turn, single.normal));
          expect(rows.save()).toEqual(single.save());
        }
      }),
      { seed: 1 },
    );
  });

  test('return each row in its own array, which later draws do not change', () => {
    const rng = stream(1, 'own');
    const row = rng.normals(5);
    const before = [...row];
    rng.normals(5);
    rng.normal();
    expect([...row]).toEqual(before);
  });

  test('continue from a state saved as JSON, spare normal number included', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.boolean(), { maxLength: 9 }), (seed, before) => {
        const rng = stream(seed, 'save');
        for (const normal of before) normal ? rng.normal() : rng.next();
        const copy = restore(JSON.parse(JSON.stringify(rng.save())));
        const rest = (r: typeof rng) => [r.normal(), r.next(), r.normal(), r.normal()];
        expect(rest(copy)).toEqual(rest(rng));
      }),
      { seed: 1 },
    );
  });
});

test('seeds are whole numbers of 32 bits', () => {
  const seeds = draw(1000, () => 0).map((_, i) => seedOf(1, 'seed', i));
  for (const seed of seeds) expect(seed >>> 0).toBe(seed);
  expect(new Set(seeds).size).toBe(1000);
  expect(mean(seeds) / 2 ** 32).toBeCloseTo(0.5, 1);
});
