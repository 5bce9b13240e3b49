import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from './formats.ts';
import { readOnce } from './reading.ts';

/** So many of each format; `npm run test:fuzz` asks for 10,000. */
const RUNS = Number(process.env.GAITLAB_FUZZ ?? 500);

/** What belongs to all objects, by name. */
const common = () =>
  [Object, Array, Function, String].map(({ prototype }) => Object.getOwnPropertyNames(prototype).join());
const before = common();

describe.each(formats)('$name', (format) => {
  test('is read if valid', () => {
    expect(readOnce(format, format.sample)).toBe('loaded');
  });

  test('is refused in a sentence or loaded if malformed, in bounded time, and changes nothing else', () => {
    const results = { refused: 0, loaded: 0 };
    fc.assert(
      fc.property(format.inputs, (input) => {
        results[readOnce(format, input)]++;
      }),
      { seed: 20, numRuns: RUNS },
    );
    expect(common()).toEqual(before);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    // Else what is tried is all the same.
    if (format.name !== 'log.jsonl' && format.name !== 'run.json') expect(results.refused).toBeGreaterThan(RUNS / 3);
    expect(results.loaded).toBeGreaterThan(0);
  }, 600_000);
});
