import { expect, test } from 'vitest';
import { createRunRecord } from '../../../src/app/session/run-record.ts';
import { restoredRun } from '../../../src/app/storage/restored-run.ts';
import type { Batch } from '../../../src/run/batch.ts';
import { createCheckpointBuilder } from '../../../src/run/checkpoint.ts';
import { evaluateBatch, inProcess } from '../../../src/run/evaluator.ts';
import { initialState } from '../../../src/run/run.ts';
import { vitalSigns } from '../../../src/run/vital-signs.ts';
import { small, take } from '../../run/small.ts';

test('the record of a saved run is restored, with its champion', async () => {
  const hopper = small({ body: 'hopper' });
  const [record, ledger] = [createRunRecord(1, hopper), createCheckpointBuilder(initialState(hopper), true)];
  for (const generation of await take(4, hopper, inProcess, { record: true })) {
    const signs = vitalSigns(generation, hopper);
    ledger.add(generation, signs);
    record.addGeneration({ ...generation, signs }, Number.NaN);
  }
  const checkpoint = ledger.checkpoint(3);
  const live = async (batch: Batch) => evaluateBatch(batch);
  const restored = await restoredRun(2, structuredClone(checkpoint), live, record.best.value);
  expect(restored.history.latest(4)).toEqual(record.history.latest(4));
  expect(restored.championHistory.entries).toEqual(record.championHistory.entries);
  expect(restored.best.value).toBe(record.best.value);
  const [now, before] = [restored.latest.value, record.latest.value];
  expect(now).toMatchObject({ generation: 3, historyHash: before?.historyHash, signs: before?.signs });
  expect(now?.champion?.fitness).toBe(before?.champion?.fitness);
  expect(now?.champion?.recording).toEqual(before?.champion?.recording);
  expect(restored.checkpoint.value).toEqual(checkpoint);
  // A file alone knows whom to ask, by the mean of the tests.
  const { best } = await restoredRun(3, checkpoint, live);
  expect(best.value).toBeGreaterThan(0.8 * (record.best.value ?? 0));
  expect(best.value).toBeLessThanOrEqual(record.best.value ?? 0);
});

test('a run that was saved before its first generation has no champion', async () => {
  const begun = createCheckpointBuilder(initialState(small())).checkpoint(0);
  const restored = await restoredRun(1, begun, async (batch) => evaluateBatch(batch));
  expect(restored.latest.value).toBeUndefined();
  expect(restored.checkpoint.value).toBe(begun);
});
