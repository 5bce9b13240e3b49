import { describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { brains } from '../../src/creature/brains.ts';
import { optimizers } from '../../src/evo/optimizers.ts';
import { effectiveAt, resolvedAt, restartedWith, withAmendment, withSetting } from '../../src/run/amend.ts';
import { isAmendable } from '../../src/run/amendments.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { tasks } from '../../src/sim/tasks.ts';

const plain = parseExperiment({ task: { name: 'stairs', difficulty: 0.7 }, optimizer: { name: 'snes', sigma: 0.5 } });

describe('withSetting', () => {
  test('sets one setting, and changes neither the others nor the given experiment', () => {
    const before = structuredClone(plain);
    const changed = withSetting(plain, 'task.duration', 7);
    expect(changed).toEqual({ ...plain, task: { ...plain.task, duration: 7 } });
    expect(withSetting(plain, 'seed', 9)).toEqual({ ...plain, seed: 9 });
    expect(withSetting(plain, 'body', 'biped')).toEqual(plain);
    expect(withSetting(plain, 'brain.hidden', [4, 5]).brain).toEqual({ ...plain.brain, hidden: [4, 5] });
    expect(plain).toEqual(before);
  });

  test('a new name drops the settings of the old one', () => {
    expect(withSetting(plain, 'task.name', 'hills').task).toEqual(parseExperiment({ task: { name: 'hills' } }).task);
    expect(withSetting(plain, 'optimizer.name', 'genetic')).toMatchObject(
      parseExperiment({ optimizer: { name: 'genetic' }, task: plain.task }),
    );
    expect(withSetting(plain, 'brain.name', 'linear').brain).toEqual({ name: 'linear' });
  });

  test.each<[string, unknown, string]>([
    ['task.difficulty', 2, 'task.difficulty is 2, must be 1 or less'],
    ['task.difficulty', 'hard', 'task.difficulty is "hard", must be a number'],
    ['task.speed', 1, 'task.speed is not a known setting'],
    ['task.name', 'fly', 'task.name is "fly", must be'],
    ['task.__proto__', 1, 'task.__proto__ is not a known setting'],
    ['task.toString', 1, 'task.toString is not a known setting'],
    ['task.difficulty.more', 1, 'there is no setting task.difficulty.more'],
    ['tsk.difficulty', 1, 'there is no setting tsk.difficulty'],
    ['body.name', 1, 'there is no setting body.name'],
    ['constructor', 1, 'there is no setting constructor'],
    ['__proto__.seed', 1, 'there is no setting __proto__.seed'],
    ['', 1, 'there is no setting '],
    ['seed', -1, 'seed is -1, must be 0 or more'],
  ])('%s = %o is refused', (path, value, sentence) => {
    expect(() => withSetting(plain, path, value as number)).toThrow(sentence);
    expect(({} as { seed?: number }).seed).toBeUndefined();
  });
});

describe('a run that begins anew with another choice', () => {
  const catalogues: [string, object][] = [
    ['task.name', tasks],
    ['optimizer.name', optimizers],
    ['brain.name', brains],
    ['body', bodies],
  ];
  const pathsIn = (experiment: Experiment) =>
    (['task', 'optimizer', 'run'] as const).flatMap((section) =>
      Object.keys(experiment[section]).map((key) => [section, key] as const),
    );
  /** An experiment in which every setting that may change is changed later. */
  const changing = (document: object): Experiment => {
    const experiment = parseExperiment(document);
    const changes = pathsIn(experiment)
      .filter(([section, key]) => isAmendable(experiment, `${section}.${key}`))
      .map(([section, key]) => [`${section}.${key}`, (experiment[section] as Record<string, unknown>)[key]]);
    return parseExperiment({ ...experiment, amendments: [{ generation: 7, changes: Object.fromEntries(changes) }] });
  };
  const starts = [
    ...Object.keys(tasks).map((name) => ({ task: { name } })),
    ...Object.keys(optimizers).map((name) => ({ optimizer: { name } })),
  ];

  test.each(starts)('leaves out what was to change later, from %j to any other', (start) => {
    const experiment = changing(start);
    expect(Object.keys(experiment.amendments[0]?.changes ?? {}).length).toBeGreaterThan(5);
    for (const [path, catalogue] of catalogues) {
      for (const name of Object.keys(catalogue)) {
        const begun = restartedWith(experiment, { [path]: name });
        expect(begun.amendments).toEqual([]);
        expect(parseExperiment(begun)).toEqual(begun);
        expect(path === 'body' ? begun.body : begun[path.split('.')[0] as 'task'].name).toBe(name);
      }
    }
  });

  test('sets several settings in their order, and refuses one that does not fit in a sentence', () => {
    const begun = restartedWith(changing({}), { 'task.name': 'stairs', 'task.difficulty': 0.25, seed: 4 });
    expect(begun).toMatchObject({ seed: 4, task: { name: 'stairs', difficulty: 0.25 }, amendments: [] });
    expect(() => restartedWith(changing({}), { 'task.difficulty': 2 })).toThrow('task.difficulty is 2, must be');
    // With its amendments the experiment could not take another optimizer.
    const experiment = changing({ optimizer: { name: 'genetic' } });
    expect(() => withSetting(experiment, 'optimizer.name', 'snes')).toThrow('amendments[0].changes: optimizer.');
  });
});

describe('inForce', () => {
  const record = [
    { generation: 5, changes: { 'task.difficulty': 0.1, 'run.trials': 3 } },
    { generation: 8, changes: { 'task.difficulty': 0.9 } },
    { generation: 8, changes: { 'task.difficulty': 0.2 } },
  ];
  const experiment = { ...plain, amendments: record };
  const at = (generation: number) => effectiveAt(experiment, generation);

  test('applies every amendment up to and including a generation, in order', () => {
    expect(at(4)).toEqual(experiment);
    expect(at(5)).toMatchObject({ task: { difficulty: 0.1 }, run: { trials: 3 } });
    expect(at(7)).toEqual(at(5));
    expect(at(8)).toMatchObject({ task: { difficulty: 0.2 }, run: { trials: 3 } });
    expect(experiment).toEqual({ ...plain, amendments: record });
  });

  test('applies amendments of equal generations in list order', () => {
    const shuffled = { ...plain, amendments: [record[1]!, record[0]!] };
    expect(effectiveAt(shuffled, 6).task.difficulty).toBe(0.1);
    expect(effectiveAt(shuffled, 9).task.difficulty).toBe(0.1);
  });

  test('resolvedAt merges the earlier amendments, and keeps the later ones', () => {
    const then = resolvedAt(experiment, 5);
    expect(then).toMatchObject({ task: { difficulty: 0.1 }, run: { trials: 3 } });
    expect(then.amendments).toEqual(record.slice(1));
    expect(resolvedAt(experiment, 99).amendments).toEqual([]);
  });

  test.each([
    ['brain.hidden', [4], 'brain.hidden cannot change during a run'],
    ['brain.name', 'linear', 'brain.name cannot change during a run'],
    ['optimizer.name', 'genetic', 'optimizer.name cannot change during a run'],
    ['task.physicsRate', 120, 'task.physicsRate cannot change during a run'],
    ['run.normalise', false, 'run.normalise cannot change during a run'],
    ['body', 'biped', 'body cannot change during a run'],
    ['task.difficulty', 3, 'task.difficulty is 3, must be 1 or less'],
    ['task.nothing', 3, 'task.nothing is not a known setting'],
  ])('refuses a change of %s', (path, value, sentence) => {
    const wrong = withAmendment(plain, { generation: 3, changes: { [path]: value as number } });
    expect(() => effectiveAt(wrong, 3)).toThrow(sentence);
    expect(() => effectiveAt(wrong, 2)).not.toThrow();
  });
});

test('settings can be amended unless their field is fixed', () => {
  const may = (path: string) => isAmendable(plain, path);
  for (const path of ['task.difficulty', 'task.energyCost', 'optimizer.populationSize', 'run.trials', 'run.champion'])
    expect(may(path)).toBe(true);
  for (const path of ['task.sight', 'task.name', 'brain.hidden', 'task.physicsRate', 'run.normalise', 'seed', 'body'])
    expect(may(path)).toBe(false);
  for (const path of ['task.toString', 'constructor.name', '__proto__.x', 'brain', '']) expect(may(path)).toBe(false);
});

test('an amendment is added to a copy of the experiment', () => {
  const amendment = { generation: 2, changes: { 'task.difficulty': 1 } };
  expect(withAmendment(plain, amendment).amendments).toEqual([amendment]);
  expect(plain.amendments).toEqual([]);
});
