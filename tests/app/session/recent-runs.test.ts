import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { toRecentRun } from '../../../src/app/session/recent-runs.ts';
import { createRunRecord } from '../../../src/app/session/run-record.ts';
import { createCheckpointBuilder } from '../../../src/run/checkpoint.ts';
import { inProcess } from '../../../src/run/evaluator.ts';
import { initialState } from '../../../src/run/run.ts';
import type { GenerationSummary } from '../../../src/run/run-host.ts';
import { vitalSigns } from '../../../src/run/vital-signs.ts';
import { small, take } from '../../run/small.ts';

const run = (id: number, generation = 9, isPinned = false) => ({
  id,
  isPinned: signal(isPinned),
  latest: signal({ generation } as GenerationSummary),
});
type Run = ReturnType<typeof run>;
const ids = (runs: readonly Run[]) => runs.map(({ id }) => id);

describe('the list of recent runs', () => {
  it('has the latest first, and drops the oldest that is not pinned', () => {
    let runs: readonly Run[] = [];
    for (const each of [run(1), run(2, 9, true), run(3), run(4)]) runs = toRecentRun(runs, each, 3);
    expect(ids(runs)).toEqual([4, 3, 2]);
    expect(ids(toRecentRun(runs, run(5), 3))).toEqual([5, 4, 2]);
  });

  it('does not exceed its maximum, even if all are pinned', () => {
    const runs = [run(3, 9, true), run(2, 9, true), run(1, 9, true)];
    expect(ids(toRecentRun(runs, run(4), 3))).toEqual([4, 3, 2]);
  });

  it('does not accept a short run, unless it is pinned', () => {
    expect(toRecentRun([], run(1, 1))).toEqual([]);
    expect(ids(toRecentRun([], run(1, 2)))).toEqual([1]);
    expect(ids(toRecentRun([], run(1, 0, true)))).toEqual([1]);
  });
});

describe('the record of a run', () => {
  it('contains what the worker reported', async () => {
    const hopper = small({ body: 'hopper' });
    const record = createRunRecord(1, hopper);
    const generations = await take(4, hopper, inProcess);
    for (const generation of generations)
      record.addGeneration({ ...generation, signs: vitalSigns(generation, hopper) }, 1000);
    expect(record.latest.value?.generation).toBe(3);
    expect(record.history.generation).toEqual([0, 1, 2, 3]);
    expect(record.history.steps).toEqual(generations.map(({ steps }) => steps));
    expect(record.championHistory.at(2)?.genome).toEqual(generations[2]?.champion?.genome);
    const distances = generations.map(({ champion }) => champion?.tests[0]?.evaluation.metrics.distance ?? 0);
    expect(record.best.value).toBeGreaterThan(0);
    expect(record.best.value).toBe(Math.max(...distances));
  });

  it('makes changes pending again that are not in its checkpoint', () => {
    const record = createRunRecord(1, small());
    record.pending.value = { 'task.gravity': 5, 'run.trials': 2 };
    record.addAmendment({ generation: 4, changes: { 'task.gravity': 5 } });
    expect(record.pending.value).toEqual({ 'run.trials': 2 });
    const checkpoint = createCheckpointBuilder({ ...initialState(small()), generation: 4 }).checkpoint(1);
    record.setCheckpoint(checkpoint);
    expect(record.pending.value).toEqual({ 'task.gravity': 5, 'run.trials': 2 });
    expect(record.experiment.value.amendments).toEqual([]);
    expect(record.checkpoint.value).toBe(checkpoint);
  });
});
