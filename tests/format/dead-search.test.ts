import { expect, test } from 'vitest';
import { optimizers } from '../../src/evo/optimizers.ts';
import { decodeFile, encodeFile } from '../../src/format/container.ts';
import { openRunFile, runToFile } from '../../src/format/run-file.ts';
import { createCheckpointBuilder } from '../../src/run/checkpoint.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { initialState } from '../../src/run/run.ts';
import { small, take } from '../run/small.ts';

/** The same data with every number of its rows NaN, and every weight of a graph. */
function withoutNumbers(value: unknown): unknown {
  if (value instanceof Float32Array || value instanceof Float64Array) return value.map(() => Number.NaN);
  if (Array.isArray(value)) return value.map(withoutNumbers);
  if (typeof value !== 'object' || value === null) return value;
  const changed = Object.entries(value).map(([key, inner]) => [
    key,
    key === 'weight' ? Number.NaN : withoutNumbers(inner),
  ]);
  return Object.fromEntries(changed);
}

test.each(Object.keys(optimizers))('a file with a state of %s without a finite number is refused', async (name) => {
  const experiment = small({ optimizer: { name } });
  const builder = createCheckpointBuilder(initialState(experiment));
  for (const each of await take(1, experiment, inProcess)) builder.add(each);
  const whole = builder.checkpoint(0);
  expect(openRunFile(runToFile(whole), 'a.gait').checkpoint.state.generation).toBe(1);
  const dead = { ...whole, state: { ...whole.state, optimizer: withoutNumbers(whole.state.optimizer) } };
  expect(() => openRunFile(runToFile(dead), 'a.gait')).toThrow(/^a\.gait: optimizer[ .].*/);
});

test('a run file says whether this engine wrote it', () => {
  const file = runToFile(createCheckpointBuilder(initialState(small())).checkpoint(0));
  expect(openRunFile(file, 'a.gait').isOfThisEngine).toBe(true);
  const document = decodeFile(file, 'a.gait').document as { engine: object };
  for (const other of [{ simulation: 999 }, { planck: '0.0.1' }]) {
    const made = encodeFile('run', { ...document, engine: { ...document.engine, ...other } });
    expect(openRunFile(made, 'a.gait').isOfThisEngine).toBe(false);
  }
});
