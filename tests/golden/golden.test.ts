/** @module-tag slow */

import { beforeAll, expect, test } from 'vitest';
import { runsAs } from '../../src/sim/flat/wasm-at-hand.ts';
import { allOutcomes, type Outcome } from '../scenarios.ts';
import { compare, messageOf, type Traces, traceOf } from './compare.ts';
import hashes from './hashes.json';
import traces from './traces.golden.json';

/**
 * A change of the golden hashes is a commit of its own, which says why, and `simulation` in src/sim/engine.ts goes up with
 * it: docs/golden.md.
 */
let found: Record<string, Outcome>;
beforeAll(async () => {
  // As JavaScript they are made in tests/browser, and by all physics in `npm run test:engines`.
  expect(runsAs()).toBe('wasm');
  found = await allOutcomes('wasm');
});

test('every known scenario has its golden hash', () => {
  const message = messageOf(compare(found, hashes, traces as Traces));
  expect(message === '', message).toBe(true);
});

test('every scenario has a golden hash', () => {
  const { added } = compare(found, hashes, traces as Traces);
  expect(added, '`npm run golden` adds new scenarios and leaves the known ones as they are').toEqual([]);
});

test('every golden hash has the trace that belongs to it', () => {
  expect(Object.keys(traces)).toEqual(Object.keys(hashes));
  for (const [name, outcome] of Object.entries(found)) {
    // The test above reports a changed one.
    if (outcome.hash === (hashes as Record<string, string>)[name])
      expect(traceOf(outcome), name).toEqual((traces as Traces)[name]);
  }
});
