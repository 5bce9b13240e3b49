import { afterAll, describe, expect, test } from 'vitest';
import { createPool } from '../../src/run/pool.ts';
import url from '../../workers/evaluate.ts?worker&url';
import { compare, messageOf, type Traces } from '../golden/compare.ts';
import hashes from '../golden/hashes.json';
import traces from '../golden/traces.golden.json';
import { allOutcomes, bipedWalks } from '../scenarios.ts';
import '../math/portable-golden.test.ts';

test('every scenario has the same bits as in Node', async () => {
  const message = messageOf(compare(await allOutcomes(), hashes, traces as Traces));
  expect(message === '', message).toBe(true);
});

describe('in workers', () => {
  const pool = createPool({ script: url, kind: 'web', workerCount: 2, now: () => performance.now() });
  afterAll(() => pool.close());

  test('biped-walks has the same bits as in Node', async () => {
    expect(await bipedWalks(pool)).toBe(hashes['biped-walks for 5 generations']);
  });

  test('an error of the code is passed on', async () => {
    const wrong = {
      experiment: {} as never,
      requests: [{ genome: new Float32Array(1), seed: 1, statistics: null, record: false }],
    };
    await expect(pool.evaluate(wrong)).rejects.toThrow(/undefined/);
  });
});

test('a worker script that does not exist is an error, not an endless wait', async () => {
  const lost: string[] = [];
  const script = new URL('nowhere.js', location.href).href;
  const onLoss = (reason: string) => lost.push(reason);
  const pool = createPool({ script, kind: 'web', workerCount: 2, now: () => performance.now(), onLoss });
  await expect(bipedWalks(pool)).rejects.toThrow('workers were lost one after the other');
  expect(lost.length).toBeGreaterThanOrEqual(2);
  await pool.close();
});
