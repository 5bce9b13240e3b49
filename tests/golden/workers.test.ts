/** @module-tag built */

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createPool } from '../../src/run/pool.ts';
import { bipedWalks } from '../scenarios.ts';
import hashes from './hashes.json';

test.each([1, 2, 3, 5, 8])('biped-walks has the same bits with %i workers', async (workerCount) => {
  const script = fileURLToPath(new URL('../../dist/evaluate.js', import.meta.url));
  const pool = createPool({ script, kind: 'thread', workerCount, now: () => performance.now() });
  const history = await bipedWalks(pool);
  await pool.close();
  expect(history).toBe(hashes['biped-walks for 5 generations']);
});
