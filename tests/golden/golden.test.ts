import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inProcess } from '../../src/run/evaluator.ts';
import { hashAll } from '../scenarios.ts';
import hashes from './hashes.json';

/**
 * `npm run golden` writes the hashes anew. A change of them is a commit of its own, which says why, and `simulation` in
 * src/sim/engine.ts goes up with it.
 */
test('every scenario comes to the bits it has always come to', async () => {
  const found = await hashAll(inProcess);
  if (process.env.GOLDEN === 'write') {
    writeFileSync(fileURLToPath(new URL('hashes.json', import.meta.url)), `${JSON.stringify(found, null, 2)}\n`);
  } else {
    expect(found).toEqual(hashes);
  }
});
