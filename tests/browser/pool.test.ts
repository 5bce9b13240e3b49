import { afterAll, describe, expect, it } from 'vitest';
import { evaluateBatch, inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { createPool } from '../../src/run/pool.ts';
import { run } from '../../src/run/run.ts';
import url from '../../workers/evaluate.ts?worker&url';

const losses: string[] = [];
const onLoss = (reason: string, isGivenUp: boolean) => void losses.push(isGivenUp ? `given up: ${reason}` : reason);
const pool = createPool({ script: url, kind: 'web', workerCount: 2, now: () => performance.now(), onLoss });
afterAll(() => pool.close());

describe("a browser's workers", () => {
  it('give the same episodes as the page itself', async () => {
    const experiment = parseExperiment({ seed: 5 });
    const batches: Parameters<typeof evaluateBatch>[0][] = [];
    const generations = run(experiment, {
      async evaluate(batch) {
        batches.push(batch);
        return evaluateBatch(batch);
      },
      close: async () => {},
    });
    for (let k = 0; k < 2; k++) await generations.next();

    for (const batch of batches) {
      const requests = batch.requests.map((request) => ({ ...request, record: true }));
      expect(await pool.evaluate({ ...batch, requests })).toEqual(evaluateBatch({ ...batch, requests }));
    }
  });

  it('give the same history hash as the page itself', async () => {
    const experiment = parseExperiment({ seed: 6, task: { name: 'hills' } });
    const history = async (evaluator: Parameters<typeof run>[1]) => {
      const generations = run(experiment, evaluator);
      for (let k = 0; k < 2; k++) await generations.next();
      return (await generations.next()).value.historyHash;
    };
    const alone = await history({ evaluate: async (batch) => evaluateBatch(batch), close: async () => {} });
    expect(await history(pool)).toBe(alone);
  });

  it('mark an episode that throws three times as failed, as the page itself does, and continue', async () => {
    const genomes = [60, 60, 3, 60].map((length) => new Float32Array(length));
    const requests = genomes.map((genome, seed) => ({ genome, seed, statistics: null, record: false }));
    const batch = {
      experiment: parseExperiment({ brain: { name: 'linear' }, task: { name: 'walk', duration: 1 } }),
      requests,
    };
    const lives = await pool.evaluate(batch);
    expect(lives.map(({ evaluation }) => evaluation.ending === 'failed')).toEqual([false, false, true, false]);
    expect(lives).toEqual(await inProcess.evaluate(batch));
    const fault = 'genome has 3 numbers, this brain takes 60';
    expect(losses).toEqual([fault, fault, `given up: ${fault}`]);
    const sound = { ...batch, requests: requests.toSpliced(2, 1) };
    expect(await pool.evaluate(sound)).toEqual(evaluateBatch(sound));
  });
});
