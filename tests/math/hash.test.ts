import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHash } from '../../src/math/hash.ts';
import { stream } from '../../src/math/rng.ts';

const digest = (...values: number[]) => {
  const hash = createHash();
  hash.addAll(values);
  return hash.digest();
};

describe('a hash', () => {
  test('never changes its digits', () => {
    expect(digest()).toBe('0000000000000000');
    expect(digest(1, 2, 3)).toBe('534a7f04d4e07326');
  });

  test('differs for values that differ in one bit, in order or in number', () => {
    const digests = [digest(), digest(0), digest(-0), digest(0, 0), digest(1, 2), digest(2, 1), digest(5e-324)];
    digests.push(digest(1), digest(1 + Number.EPSILON), digest(Number.NaN), digest(Number.POSITIVE_INFINITY));
    expect(new Set(digests).size).toBe(digests.length);
    for (const text of digests) expect(text).toMatch(/^[0-9a-f]{16}$/);
  });

  test('treats all NaN as equal', () => {
    const other = new Float64Array(new BigInt64Array([0x7ff8dead_beef0001n]).buffer)[0]!;
    expect(digest(other)).toBe(digest(Number.NaN));
  });

  test('can be read, saved and continued', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.array(fc.double()), (a, b) => {
        const hash = createHash();
        hash.addAll(a);
        expect(hash.digest()).toBe(digest(...a));
        const copy = createHash(JSON.parse(JSON.stringify(hash.save())));
        for (const value of b) copy.add(value);
        hash.addAll(b);
        expect(hash.digest()).toBe(digest(...a, ...b));
        expect(copy.digest()).toBe(hash.digest());
      }),
      { seed: 1 },
    );
  });

  test('flips half of its bits when one bit of the input flips, and does not collide', () => {
    const rng = stream(1, 'avalanche');
    const seen = new Set<string>();
    const flips = new Float64Array(64);
    const bits = new BigUint64Array(1);
    const value = new Float64Array(bits.buffer);
    const rounds = 200;
    for (let round = 0; round < rounds; round++) {
      value[0] = rng.normal();
      const before = digest(value[0] as number, 1);
      seen.add(before);
      for (let bit = 0n; bit < 63n; bit++) {
        const flipped = new Float64Array(new BigUint64Array([bits[0]! ^ (1n << bit)]).buffer)[0]!;
        if (Number.isNaN(flipped)) continue;
        const after = digest(flipped, 1);
        seen.add(after);
        let changed = BigInt(`0x${before}`) ^ BigInt(`0x${after}`);
        for (let i = 0; i < 64; i++, changed >>= 1n) flips[i]! += Number(changed & 1n);
      }
    }
    expect(seen.size).toBeGreaterThan(rounds * 63);
    for (const count of flips) {
      expect(count / (rounds * 63)).toBeGreaterThan(0.45);
      expect(count / (rounds * 63)).toBeLessThan(0.55);
    }
  });
});
