/** @module-tag slow */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bodyFromDocument } from '../../src/format/body-document.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { run } from '../../src/run/run.ts';

/** Control steps until a champion moves 5 m; infinite if none does within a number of steps. */
async function stepsToFiveMetres(name: string, most: number): Promise<number> {
  const file = new URL(`../fixtures/evolution/${name}.json`, import.meta.url);
  const { plan } = bodyFromDocument(JSON.parse(readFileSync(file, 'utf8')), name);
  for await (const { champion, steps } of run(parseExperiment({ body: plan, seed: 1 }), inProcess)) {
    if ((champion?.distance ?? 0) >= 5) return steps;
    if (steps > most) break;
  }
  return Number.POSITIVE_INFINITY;
}

// docs/bodies.md has how far all five get within 600,000 steps.
test.each(['table', 'looper', 'crane'])(
  'the %s from Evolution learns to move 5 m',
  async (name) => {
    expect(await stepsToFiveMetres(name, 100_000)).toBeLessThan(100_000);
  },
  600_000,
);
