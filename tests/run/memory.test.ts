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
      /^this run needs about 23 GB of memory \(a population of 4096 with 46\d{4} weights each and 1 trial\), the limit here is 4\.0 GB: choose a smaller/,
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
    expect(memoryFault(amended, 5e8)).toMatch(
      /^amendments\[0\]\.changes: from generation 9 on this run needs about .* 64 trials\)/,
    );
    expect(memoryFault(mlp([16], 4096), 5e8)).toBe('');
  });

  it('is the largest of all generations still to come, and names the amendment', () => {
    const change = (generation: number, trials: number) => ({ generation, changes: { 'run.trials': trials } });
    const peak = mlp([16], 4096, { amendments: [change(5, 64), change(8, 1)] });
    expect(memoryFault(peak, 5e8)).toContain('amendments[0].changes: from generation 5 on');
    for (const from of [5, 7]) expect(memoryFault(peak, 5e8, from)).not.toBe('');
    expect(memoryFault(peak, 5e8, 8)).toBe('');
  });

  it('counts every generation, in the order in which changes take effect', () => {
    const at = (generation: number, populationSize: number, trials?: number) => ({
      generation,
      changes: { 'optimizer.populationSize': populationSize, ...(trials && { 'run.trials': trials }) },
    });
    const need = (...amendments: object[]) => memoryNeed(mlp([16], 24, { amendments })).bytes;
    const [small, large] = [memoryNeed(mlp([16], 24)).bytes, memoryNeed(mlp([16], 4096)).bytes];
    expect(need(at(5, 4096), at(9, 24))).toBe(large);
    expect(need(at(9, 24), at(5, 4096))).toBe(large);
    // Of two changes that are due, the last in the list is in effect.
    expect(need(at(5, 4096), at(5, 24))).toBe(small);
    expect(need(at(0, 24))).toBe(small);
    expect(need(at(4, 24), at(7, 4096), at(7, 24))).toBe(small);
    // A large population and many trials, but never both.
    const apart = need(at(5, 4096, 1), at(6, 24, 64));
    expect(apart).toBeLessThan(memoryNeed(mlp([16], 4096, { run: { trials: 64 } })).bytes);
    expect(apart).toBe(Math.max(large, memoryNeed(mlp([16], 24, { run: { trials: 64 } })).bytes));
  });

  it('of ten thousand amendments is known in a moment', () => {
    const amendments = Array.from({ length: 10_000 }, (_, i) => ({
      generation: i,
      changes: { 'optimizer.populationSize': 24 + (i % 1000), 'run.trials': 1 + (i % 3) },
    }));
    const most = memoryNeed(mlp([16], 1023, { run: { trials: 3 } })).bytes;
    expect(memoryNeed(mlp([16], 24, { amendments })).bytes).toBe(most);
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
