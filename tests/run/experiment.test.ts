import { describe, expect, test } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import { brains } from '../../src/creature/brains.ts';
import { optimizers } from '../../src/evo/optimizers.ts';
import { bodyOf, parseExperiment } from '../../src/run/experiment.ts';
import { presets } from '../../src/run/presets.ts';
import { setupOf } from '../../src/run/setup.ts';
import { tasks } from '../../src/sim/tasks.ts';
import { puppet, puppetWith } from '../creature/puppet.ts';

test('an empty document is a complete experiment', () => {
  const experiment = parseExperiment({});
  expect(experiment).toMatchObject({
    version: 1,
    seed: 1,
    body: 'biped',
    task: { name: 'walk', difficulty: expect.any(Number), duration: expect.any(Number) },
    brain: { name: 'mlp', hidden: [16] },
    optimizer: { name: 'snes', populationSize: 24 },
    run: { trials: 1, normalise: true, champion: 'mean' },
    amendments: [],
  });
});

test('parsing a parsed experiment changes nothing, through JSON too', () => {
  for (const input of [{}, ...Object.values(presets).map(({ experiment }) => experiment), { body: puppet }]) {
    const experiment = parseExperiment(input);
    expect(parseExperiment(experiment)).toEqual(experiment);
    expect(parseExperiment(JSON.parse(JSON.stringify(experiment)))).toEqual(experiment);
  }
});

test('two experiments share no mutable data', () => {
  const one = parseExperiment({});
  one.amendments.push({ generation: 1, changes: {} });
  (one.brain.hidden as number[]).push(3);
  one.task.difficulty = 1;
  one.run.trials = 9;
  const { amendments, brain, run } = parseExperiment({});
  expect(amendments).toEqual([]);
  expect(brain.hidden).toEqual([16]);
  expect(run.trials).toBe(1);
});

test.each(Object.keys(presets))('preset %s is valid, with a few words', (name) => {
  const { title, about, experiment } = presets[name]!;
  expect(title).not.toBe('');
  expect(about).toMatch(/[.!?]$/);
  expect(setupOf(parseExperiment(experiment, name)).brain.parameterCount).toBeGreaterThan(0);
});

test.each([
  ...Object.keys(bodies).map((name) => ({ body: name })),
  ...Object.keys(tasks).map((name) => ({ task: { name } })),
  ...Object.keys(brains).map((name) => ({ brain: { name } })),
  ...Object.keys(optimizers).map((name) => ({ optimizer: { name } })),
])('accepts every catalogue entry by its name alone: %o', (some) => {
  expect(parseExperiment(some)).toMatchObject(some);
});

describe('a body', () => {
  test('may be a custom plan', () => {
    expect(bodyOf(parseExperiment({ body: puppet }))).toEqual(puppet);
    expect(bodyOf(parseExperiment({ body: 'biped' }))).toBe(bodies.biped);
  });

  test('that is custom is checked', () => {
    const broken = puppetWith(({ joints }) => {
      joints[0]!.child = 'tail';
    });
    expect(() => parseExperiment({ body: broken }, 'my.json')).toThrow(
      'my.json: body.joints[0].child is "tail", which is no part',
    );
    const worse = { ...puppet, joints: [{ ...puppet.joints[0], torque: 'strong' }, puppet.joints[1]] };
    expect(() => parseExperiment({ body: worse })).toThrow('body.joints[0].torque is "strong", must be a number');
  });
});

test.each<[object | null, RegExp]>([
  [{ seed: -1 }, /^seed is -1, must be 0 or more$/],
  [{ seed: 2 ** 32 }, /^seed is 4294967296, must be 4294967295 or less$/],
  [{ seed: 1.5 }, /^seed is 1.5, must be a whole number$/],
  [{ version: 2 }, /^version is 2, must be 1$/],
  [{ sed: 1 }, /^sed is not a known setting; did you mean seed\?$/],
  [{ body: 'bipde' }, /^body is "bipde", must be "biped"/],
  [{ task: { name: 'fly' } }, /^task\.name is "fly", must be "walk" or "natural-walk" or/],
  [{ task: { name: 'walk', difficulty: 2 } }, /^task\.difficulty is 2, must be 1 or less$/],
  [{ task: { name: 'walk', hidden: 2 } }, /^task\.hidden is not a known setting$/],
  [{ task: { difficulty: 0.5 } }, /^task\.name is missing/],
  [{ task: 'walk' }, /^task is "walk", must be an object$/],
  [{ brain: { name: 'mlp', hidden: [0] } }, /^brain\.hidden\[0\] is 0, must be 1 or more$/],
  [{ brain: { name: 'linear', hidden: [8] } }, /^brain\.hidden is not a known setting$/],
  [{ optimizer: { name: 'snes', populationSize: 1e9 } }, /^optimizer\.populationSize is 1000000000, must be/],
  [{ run: { trials: 0 } }, /^run\.trials is 0, must be 1 or more$/],
  [{ run: { champion: 'worst' } }, /^run\.champion is "worst", must be "mean" or "best"$/],
  [{ amendments: [{ generation: 1 }] }, /^amendments\[0\]\.changes is missing/],
  [{ amendments: [{ generation: -1, changes: {} }] }, /^amendments\[0\]\.generation is -1, must be 0 or more$/],
  [null, /^it is null, must be an object$/],
])('%o is refused with one sentence', (input, sentence) => {
  expect(() => parseExperiment(input)).toThrow(sentence);
});
