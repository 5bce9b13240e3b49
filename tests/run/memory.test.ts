import { describe, expect, it } from 'vitest';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { MEMORY_LIMITS, memoryFault, memoryNeed } from '../../src/run/memory.ts';
import { presets } from '../../src/run/presets.ts';
import { createRunHost, type HostMessage } from '../../src/run/run-host.ts';

const HUGE = new Array(8).fill(256);
const mlp = (hidden: number[], populationSize: number, more: object = {}) =>
  parseExperiment({ brain: { name: 'mlp', hidden }, optimizer: { name: 'snes', populationSize }, ...more });

describe('the memory of a run', () => {
  it.each(['snes', 'genetic'])('of %s with 4096 nets of 463 thousand weights exceeds the limit of Node', (name) => {
    const experiment = parseExperiment({
      brain: { name: 'mlp', hidden: HUGE },
      optimizer: { name, populationSize: 4096 },
    });
    expect(memoryFault(experiment, MEMORY_LIMITS.node)).toMatch(
      /^this run needs about 9\.\d GB of memory \(a population of 4096 with 46\d{4} weights each and 1 trial\), the limit here is 4\.0 GB: choose a smaller/,
    );
  });

  it('increases with population, weights and trials, and is refused just above the limit', () => {
    const need = (...of: Parameters<typeof mlp>) => memoryNeed(mlp(...of)).bytes;
    const base = need([16], 64);
    expect(need([16], 128)).toBeGreaterThan(1.9 * base);
    expect(need([256, 256], 64)).toBeGreaterThan(5 * base);
    expect(need([16], 64, { run: { trials: 64 } })).toBeGreaterThan(10 * base);
    const { bytes } = memoryNeed(mlp([16], 64));
    expect(memoryFault(mlp([16], 64), bytes)).toBe('');
    expect(memoryFault(mlp([16], 64), bytes - 1)).not.toBe('');
  });

  it('of a full covariance increases with the square of the weights', () => {
    for (const name of ['cma-es', 'xnes']) {
      const experiment = parseExperiment({ brain: { name: 'mlp', hidden: [256] }, optimizer: { name } });
      expect(memoryFault(experiment, MEMORY_LIMITS.page)).toMatch(/matrices\), the limit here is 1\.0 GB/);
    }
  });

  it('includes the amendments of later generations', () => {
    const later = mlp(HUGE, 64, { amendments: [{ generation: 9, changes: { 'run.trials': 2 } }] });
    expect(memoryNeed(later).bytes).toBeLessThan(MEMORY_LIMITS.page);
    const amended = mlp([16], 4096, { amendments: [{ generation: 9, changes: { 'run.trials': 64 } }] });
    expect(memoryFault(amended, 5e8)).toContain('64 trials');
    expect(memoryFault(mlp([16], 4096), 5e8)).toBe('');
  });

  it.each(Object.keys(presets))('of the preset %s is far from the limit of a page', (name) => {
    expect(memoryFault(parseExperiment(presets[name]?.experiment), MEMORY_LIMITS.page / 4)).toBe('');
  });

  it('is checked by a run host before anything is allocated', async () => {
    const told: HostMessage[] = [];
    const stopped = new Promise<void>((resolve) => {
      const host = createRunHost(
        inProcess,
        (message) => {
          told.push(message);
          resolve();
        },
        {
          encode: () => Promise.reject(new Error('no')),
          decode: () => Promise.reject(new Error('no')),
          now: () => 0,
          memory: MEMORY_LIMITS.page,
        },
      );
      host({ type: 'begin', run: 1, from: mlp(HUGE, 4096), isLearning: true });
    });
    await stopped;
    expect(told).toEqual([{ type: 'stopped', run: 1, reason: expect.stringContaining('the limit here is 1.0 GB') }]);
  });
});
