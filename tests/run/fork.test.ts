/** @module-tag slow */

import { describe, expect, it } from 'vitest';
import { optimizers } from '../../src/evo/optimizers.ts';
import { effectiveAt, withSetting } from '../../src/run/amend.ts';
import { type ChampionEntry, createChampionHistory } from '../../src/run/champion-history.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { forkFault, forkOf } from '../../src/run/fork.ts';
import { initialState } from '../../src/run/run.ts';
import { startOf } from '../../src/run/start.ts';
import { small, take } from './small.ts';

/** Champions of a number of generations, and the final experiment. */
async function trained(experiment: Experiment, count = 3): Promise<{ entry: ChampionEntry; experiment: Experiment }> {
  const championHistory = createChampionHistory();
  const generations = await take(count, experiment, inProcess);
  for (const { champion, isRecord } of generations) if (champion) championHistory.add(champion, isRecord);
  return { entry: championHistory.entries.at(-1) as ChampionEntry, experiment: generations.at(-1)!.state.experiment };
}

const viaJson = (experiment: Experiment) => parseExperiment(JSON.parse(JSON.stringify(experiment)));

describe.each(Object.keys(optimizers))('a fork under %s', (name) => {
  it('begins with the champion’s brain, and is the same from a document and from a saved state', async () => {
    const { experiment, entry } = await trained(small({ optimizer: { name } }), 2);
    const fork = forkOf(experiment, entry, { seed: 9 });
    const generations = await take(4, fork, inProcess);
    const champion = generations[0]?.champion;
    expect(champion?.genome).toEqual(entry.genome);
    expect(champion?.statistics).toEqual(entry.statistics);
    const again = await take(4, viaJson(fork), inProcess);
    expect(again.map(({ historyHash }) => historyHash)).toEqual(generations.map(({ historyHash }) => historyHash));
    const resumed = await take(2, structuredClone(generations[1]!.state), inProcess);
    expect(resumed[1]?.historyHash).toBe(generations[3]?.historyHash);
  });
});

describe('a fork', () => {
  it('begins with the settings of that generation, without later amendments', async () => {
    const amendments = [
      { generation: 1, changes: { 'task.gravity': 5 } },
      { generation: 40, changes: { 'task.gravity': 20 } },
    ];
    const { experiment, entry } = await trained({ ...small(), title: 'One', amendments });
    const fork = forkOf(experiment, entry, { 'task.difficulty': 0.5 });
    expect(fork).toMatchObject({ title: '', amendments: [], task: { gravity: 5, difficulty: 0.5 } });
    expect(fork.start?.from).toEqual({ title: 'One', seed: 3, generation: 2 });
    expect(viaJson(fork)).toEqual(fork);
  });

  it('continues with the observation statistics', async () => {
    const { experiment, entry } = await trained(small());
    expect(entry.statistics?.count).toBeGreaterThan(0);
    const fork = viaJson(forkOf(experiment, entry));
    expect(initialState(fork).statistics).toEqual(entry.statistics);
    expect(initialState(forkOf(experiment, entry, {}, false)).statistics).toBeNull();
  });

  it('keeps a brain on another task, under another optimizer, and in another body of the same size', async () => {
    const { experiment, entry } = await trained(small());
    const change: Record<string, string>[] = [
      { 'task.name': 'hills' },
      { 'optimizer.name': 'cma-es' },
      { body: 'hopper' },
    ];
    expect(change.map((each) => forkFault(experiment, entry, each) === '')).toEqual([true, true, false]);
    const fork = forkOf(experiment, entry, { 'task.name': 'hills', 'optimizer.name': 'map-elites' });
    expect(startOf(fork)?.genome).toEqual(entry.genome);
    // It continues without the rangefinders that are the default there, until they are set.
    expect(parseExperiment({ task: { name: 'hills' } }).task.sight).toBeGreaterThan(0);
    expect(fork.task.sight).toBe(experiment.task.sight);
    expect(forkOf(experiment, entry, { 'task.name': 'hills' }, false).task.sight).toBeGreaterThan(0);
  });

  it('says why a brain does not fit, and can begin with an untrained one', async () => {
    const { experiment, entry } = await trained(small());
    expect(forkFault(experiment, entry, { body: 'dog' })).toMatch(
      /^The brain of a dog here has \d+ inputs more and \d outputs more\.$/,
    );
    expect(forkFault(experiment, entry, { 'task.sight': 4 })).toBe('The brain of a biped here has 4 inputs more.');
    expect(forkFault(experiment, entry, { 'brain.name': 'mlp' })).toMatch(/^A feed-forward net cannot be made of a /);
    expect(forkFault(experiment, entry, { 'run.normalise': false })).toMatch(/^It learnt on normalised observations/);
    const [, wide] = [experiment, await trained(small({ brain: { name: 'mlp', hidden: [3] } }), 1)];
    expect(forkFault(wide.experiment, wide.entry, { 'brain.hidden': [4] })).toMatch(/other weights than it has/);
    expect(() => forkOf(experiment, entry, { body: 'dog' })).toThrow(/dog here has/);
    const anew = forkOf(experiment, entry, { body: 'dog' }, false);
    expect(anew.body).toBe('dog');
    expect(anew.start).toBeUndefined();
    expect(() => forkFault(experiment, entry, { 'task.wings': 2 })).toThrow(/task\.wings is not a known setting/);
  });
});

describe('a start', () => {
  it('is kept by changes that it fits, and dropped by others', async () => {
    const { experiment, entry } = await trained(small(), 1);
    const fork = forkOf(experiment, entry);
    expect(withSetting(fork, 'seed', 5).start).toEqual(fork.start);
    expect(effectiveAt({ ...fork, amendments: [{ generation: 0, changes: { 'task.gravity': 3 } }] }, 0).start).toEqual(
      fork.start,
    );
    expect(withSetting(fork, 'body', 'dog').start).toBeUndefined();
    expect(withSetting(fork, 'brain.name', 'mlp').start).toBeUndefined();
  });

  it('is refused with one sentence when something is wrong with it', async () => {
    const { experiment, entry } = await trained(small(), 1);
    const fork = forkOf(experiment, entry);
    const start = fork.start!;
    const numbers = experiment.brain && entry.genome.length;
    const refused = (some: object, words: RegExp) =>
      expect(() => parseExperiment({ ...fork, start: { ...start, ...some } })).toThrow(words);
    refused({ genome: 'AAAA' }, /start\.genome must be finite numbers of 4 bytes each in base64/);
    refused({ genome: 'AADAfw==' }, /start\.genome must be finite numbers/);
    refused(
      { genome: 'AAAAAA==' },
      new RegExp(`start does not fit: genome has 1 numbers, this brain takes ${numbers}`),
    );
    refused({ genome: 'A'.repeat(600_000) }, /start\.genome/);
    refused({ statistics: { count: 1, mean: [0], squares: [0] } }, /start\.statistics must have \d+ numbers each/);
    refused({ statistics: { count: 1, mean: [Number.NaN], squares: [0] } }, /start\.statistics\.mean\[0\]/);
    refused({ wings: 2 }, /start\.wings is not a known setting/);
    refused({ from: { title: '', seed: 1 } }, /start\.from\.generation is missing/);
    expect(() => parseExperiment({ ...fork, body: 'dog' })).toThrow(/start does not fit/);
  });

  it('is optional: a run without one does not change', () => {
    expect(parseExperiment({})).not.toHaveProperty('start');
    expect(initialState(small({ optimizer: { name: 'neat' } }))).toEqual(
      initialState({ ...small({ optimizer: { name: 'neat' } }), start: undefined }),
    );
  });
});
