import { expect, test } from 'vitest';
import { createHash } from '../../src/math/hash.ts';
import { atan, atan2, cos, exp, log, pow, sin, tanh } from '../../src/math/portable.ts';
import { stream } from '../../src/math/rng.ts';

/** Hashes of 100,000 results each. If one changes, every golden hash of the simulation changes too: say why in the commit. */
const golden: [string, (x: number, y: number) => number, [number, number], string][] = [
  ['sin', sin, [-100, 100], 'e2c8cfd1aacd4706'],
  ['cos', cos, [-100, 100], '242ac8d6ea98bf8b'],
  ['atan', atan, [-10, 10], 'e16099988e5b0ec6'],
  ['atan2', atan2, [-10, 10], 'ab0ee1ca869ab194'],
  ['exp', exp, [-50, 50], '108fe946048047e8'],
  ['log', log, [0, 100], 'd4c46d201e793c79'],
  ['tanh', tanh, [-5, 5], 'ac632a5ed06c1e7d'],
  ['pow', pow, [0, 10], '911f1e67a6e5d90c'],
];

test.each(golden)('%s gives the same bits in every engine', (name, portable, [low, high], digest) => {
  // The inputs use arithmetic alone, none of the engine's own functions.
  const rng = stream(2, 'golden', name);
  const hash = createHash();
  for (let i = 0; i < 100_000; i++) {
    const x = low + (high - low) * rng.next();
    hash.add(portable(x, portable.length === 2 ? -10 + 20 * rng.next() : 0));
  }
  expect(hash.digest()).toBe(digest);
});
