import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Format, formats } from './formats.ts';

/** So many of each format; `npm run test:fuzz` asks for 10,000. */
const RUNS = Number(process.env.GAITLAB_FUZZ ?? 400);
/** Longer than this nobody waits for a file to be refused, ms. */
const LONGEST = 1000;

/** What belongs to all objects, by name. */
const common = () =>
  [Object, Array, Function, String].map(({ prototype }) => Object.getOwnPropertyNames(prototype).join());
const before = common();

/** How long a reader takes to refuse or load; fails where it does anything else. */
function readOnce({ name, read }: Format, input: string | Uint8Array): 'refused' | 'loaded' {
  const kept = typeof input === 'string' ? input : input.slice();
  const started = performance.now();
  let result: 'refused' | 'loaded' = 'loaded';
  try {
    read(input, 'a.gait');
  } catch (error) {
    result = 'refused';
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    expect(error.message).toMatch(/^(a\.gait|This link|What was pasted)[ ,:].{8,500}$/s);
  }
  const time = performance.now() - started;
  if (time > 150) console.log('SLOW', name, time, input.length, typeof input === 'string' ? input.slice(0, 300) : '');
  if (time > LONGEST) throw new Error(`took ${time.toFixed(0)} ms`);
  if (Buffer.compare(Buffer.from(input), Buffer.from(kept)) !== 0) throw new Error('its input was changed');
  return result;
}

describe.each(formats)('$name', (format) => {
  test('as it should be is read', () => {
    expect(readOnce(format, format.sample)).toBe('loaded');
  });

  test('from strangers is refused in a sentence or loaded, soon, and nothing else is touched', () => {
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
