import { describe, expect, test } from 'vitest';
import { jsonSchema } from '../../src/cli/schema.ts';
import { optimizers } from '../../src/evo/optimizers.ts';
import { experimentFromHash, experimentToHash } from '../../src/format/experiment-link.ts';
import { checkpointFromDocument, checkpointToDocument } from '../../src/format/run-document.ts';
import { isAmendable } from '../../src/run/amendments.ts';
import { createCheckpointBuilder } from '../../src/run/checkpoint.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { initialState } from '../../src/run/run.ts';

const amended = (changes: unknown, generation = 1000) => ({ amendments: [{ generation, changes }] });

describe('an invalid amendment of a later generation is refused when its experiment is parsed:', () => {
  const cases: [string, Record<string, unknown>, string][] = [
    ['an unknown setting', { 'task.wings': 1 }, 'task.wings is not a known setting of task "walk"'],
    ['an unknown section', { 'tsk.difficulty': 1 }, 'there is no setting tsk.difficulty'],
    ['a path that goes on', { 'task.difficulty.more': 1 }, 'there is no setting task.difficulty.more'],
    ['no path', { '': 1 }, 'there is no setting '],
    ['a method of every object', { 'task.toString': 1 }, 'task.toString is not a known setting of task "walk"'],
    ['a method as a section', { 'toString.x': 1 }, 'there is no setting toString.x'],
    [
      'a text for a number',
      { 'optimizer.populationSize': 'many' },
      'optimizer.populationSize is "many", must be a number',
    ],
    ['too much', { 'task.difficulty': 1.01 }, 'task.difficulty is 1.01, must be 1 or less'],
    ['a fraction', { 'run.trials': 1.5 }, 'run.trials is 1.5, must be a whole number'],
    ['no choice', { 'run.champion': 'worst' }, 'run.champion is "worst", must be "mean" or "best"'],
    ['a fixed setting', { 'run.normalise': false }, 'run.normalise cannot change during a run'],
    ['a name', { 'optimizer.name': 'cma-es' }, 'optimizer.name cannot change during a run'],
    ['the body', { body: 'biped' }, 'body cannot change during a run'],
    [
      'a setting of another optimizer',
      { 'optimizer.eliteCount': 2 },
      'optimizer.eliteCount is not a known setting of optimizer "snes"',
    ],
    ['a setting of no run', { 'run.name': 'x' }, 'run.name is not a known setting of a run'],
  ];

  test.each(cases)('%s', (_, changes, sentence) => {
    const experiment = amended({ 'task.difficulty': 0.5, ...changes });
    expect(() => parseExperiment(experiment, 'it')).toThrow(`it: amendments[0].changes: ${sentence}`);
    const link = `#amendments=~${encodeURIComponent(JSON.stringify(experiment.amendments))}`;
    expect(() => experimentFromHash(link)).toThrow(`This link: amendments[0].changes: ${sentence}`);
    const run = checkpointToDocument(createCheckpointBuilder(initialState(parseExperiment({}))).checkpoint(0));
    const changed = { ...run, experiment: { ...(run.experiment as object), ...experiment } };
    expect(() => checkpointFromDocument(changed, 'a.gait')).toThrow(`amendments[0].changes: ${sentence}`);
  });

  test('the error names the invalid amendment', () => {
    const right = { generation: 1, changes: { 'task.difficulty': 1 } };
    const wrong = { generation: 9, changes: { 'task.difficulty': 1, 'run.trials': 0 } };
    expect(() => parseExperiment({ amendments: [right, right, wrong] })).toThrow(
      'amendments[2].changes: run.trials is 0, must be 1 or more',
    );
  });
});

test('amendments at the limits of their fields are read, and restored from a link', () => {
  const experiment = parseExperiment(amended({ 'task.difficulty': 1, 'run.trials': 64, 'run.champion': 'best' }));
  expect(experimentFromHash(experimentToHash(experiment))).toEqual(experiment);
});

test('ten thousand amendments are all checked, quickly', () => {
  const amendments = Array.from({ length: 10_000 }, (_, generation) => ({
    generation,
    changes: { 'task.difficulty': (generation % 10) / 10, 'run.trials': 1 + (generation % 9), 'run.champion': 'best' },
  }));
  expect(parseExperiment({ amendments }).amendments).toHaveLength(10_000);
  amendments.at(-1)!.changes['task.difficulty'] = 2;
  expect(() => parseExperiment({ amendments })).toThrow('amendments[9999].changes: task.difficulty is 2');
});

test('the JSON Schema lists the settings that may change during a run', () => {
  const text = JSON.stringify(jsonSchema('experiment'));
  const { enum: paths } = JSON.parse(/"propertyNames":(\{[^}]*\})/.exec(text)![1] as string) as { enum: string[] };
  for (const path of ['task.difficulty', 'optimizer.populationSize', 'optimizer.eliteCount', 'run.trials'])
    expect(paths).toContain(path);
  for (const path of ['run.normalise', 'task.physicsRate', 'optimizer.name', 'seed']) expect(paths).not.toContain(path);
  for (const name of Object.keys(optimizers)) {
    const experiment = parseExperiment({ optimizer: { name } });
    for (const key of Object.keys(experiment.optimizer))
      if (isAmendable(experiment, `optimizer.${key}`)) expect(paths).toContain(`optimizer.${key}`);
  }
});
