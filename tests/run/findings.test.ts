import { describe, expect, test } from 'vitest';
import { experimentFor } from '../../src/app/tools/doctor/remedy.ts';
import { diagnose } from '../../src/run/diagnosis.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { anotherSeed, defaultAt } from '../../src/run/finding.ts';
import { presets } from '../../src/run/presets.ts';
import { stepPath } from '../../src/run/step-path.ts';
import type { VitalSigns } from '../../src/run/vital-signs.ts';
import { type GaitName, gaitNames } from '../../src/sim/gait/names.ts';

/** Vital signs of generations as a good run has them, but for what is given of each. */
const signsOf = (count: number, some: (generation: number) => Partial<VitalSigns>): VitalSigns[] =>
  Array.from({ length: count }, (_, generation) => ({
    ...{ generation, best: 2, mean: 1, deviation: 1, fitness: 1.5, distance: 2, stepSize: 0.1, diversity: 0.1 },
    ...{ falls: 0.4, failures: 0, lifetime: 3, saturation: 0, noise: 0.1, effort: 0.1 },
    ...{ gait: 0, passing: 1, alternation: 1, duty: 0.6, flight: 0, froude: 0.1, costOfTransport: 0.5 },
    ...some(generation),
  }));

const findingsOf = (input: object, count: number, some: (generation: number) => Partial<VitalSigns>) =>
  diagnose(parseExperiment(input), signsOf(count, some));

const usual = parseExperiment({});
const [duration, cost] = [defaultAt(usual, 'task.duration'), defaultAt(usual, 'task.energyCost')];
const step = defaultAt(usual, stepPath(usual));
const short = (share: number) => ({ task: { name: 'walk', duration: share * duration } });
const hasty = (stagnation: number) => ({ task: { name: 'walk', stagnation } });
const dear = { task: { name: 'walk', energyCost: 2 * cost } };
const raw = { run: { normalise: false } };

type Case = [id: string, input: object, count: number, some: Partial<VitalSigns>];
/** A gait as its number in vital signs. */
const by = (name: GaitName) => ({ gait: gaitNames.indexOf(name) });
const natural = { task: { name: 'natural-walk' } };

const bothSides: [inside: Case, outside: Case][] = [
  [
    ['effort-too-dear', {}, 5, { effort: 1.01, fitness: 0.4 }],
    ['effort-too-dear', {}, 4, { effort: 1.01, fitness: 0.4 }],
  ],
  [
    ['effort-too-dear', {}, 5, { effort: 1.01, fitness: 0 }],
    ['effort-too-dear', {}, 5, { effort: 0.99, fitness: 0 }],
  ],
  [
    ['effort-too-dear', dear, 5, { effort: 0.31, fitness: 0 }],
    ['effort-too-dear', dear, 5, { effort: 0.29, fitness: 0 }],
  ],
  // 0.7 of what was earned: 7 of 10.
  [
    ['effort-too-dear', {}, 5, { effort: 7.01, fitness: 3 }],
    ['effort-too-dear', {}, 5, { effort: 6.99, fitness: 3 }],
  ],
  [
    ['lives-too-short', short(0.33), 5, { lifetime: 0.3 * duration }],
    ['lives-too-short', short(0.35), 5, { lifetime: 0.3 * duration }],
  ],
  [
    ['lives-too-short', short(0.2), 5, { lifetime: 0.141 * duration }],
    ['lives-too-short', short(0.2), 5, { lifetime: 0.139 * duration }],
  ],
  [
    ['lives-too-short', short(0.2), 5, { lifetime: 0.2 * duration }],
    ['lives-too-short', short(0.2), 4, { lifetime: 0.2 * duration }],
  ],
  [
    ['too-hasty', hasty(0.49), 10, { lifetime: 1 }],
    ['too-hasty', hasty(0.5), 10, { lifetime: 1 }],
  ],
  [
    ['too-hasty', hasty(0.3), 10, { lifetime: 0.89 }],
    ['too-hasty', hasty(0.3), 10, { lifetime: 0.91 }],
  ],
  [
    ['too-hasty', hasty(0.3), 10, { lifetime: 0.5, falls: 0.5 }],
    ['too-hasty', hasty(0.3), 10, { lifetime: 0.5, falls: 0.51 }],
  ],
  [
    ['too-hasty', hasty(0.3), 10, { lifetime: 0.5 }],
    ['too-hasty', hasty(0.3), 9, { lifetime: 0.5 }],
  ],
  [
    ['falls', {}, 15, { falls: 0.91, lifetime: 1.19 }],
    ['falls', {}, 15, { falls: 0.89, lifetime: 1.19 }],
  ],
  [
    ['falls', {}, 15, { falls: 0.91, lifetime: 1.19 }],
    ['falls', {}, 15, { falls: 0.91, lifetime: 1.21 }],
  ],
  [
    ['falls', {}, 15, { falls: 1, lifetime: 1 }],
    ['falls', {}, 14, { falls: 1, lifetime: 1 }],
  ],
  [
    ['step-too-big', {}, 5, { stepSize: 20.1 * step }],
    ['step-too-big', {}, 5, { stepSize: 19.9 * step }],
  ],
  [
    ['step-too-big', {}, 5, { stepSize: 21 * step }],
    ['step-too-big', {}, 4, { stepSize: 21 * step }],
  ],
  [
    ['step-too-small', {}, 5, { stepSize: step / 30.1 }],
    ['step-too-small', {}, 5, { stepSize: step / 29.9 }],
  ],
  [
    ['step-too-small', {}, 5, { stepSize: step / 31 }],
    ['step-too-small', {}, 4, { stepSize: step / 31 }],
  ],
  [
    ['clones', {}, 5, { deviation: 0.0199, mean: 0.5 }],
    ['clones', {}, 5, { deviation: 0.0201, mean: 0.5 }],
  ],
  [
    ['clones', {}, 5, { deviation: 0.199, mean: -10 }],
    ['clones', {}, 5, { deviation: 0.201, mean: -10 }],
  ],
  [
    ['clones', {}, 5, { deviation: 0 }],
    ['clones', {}, 4, { deviation: 0 }],
  ],
  [
    ['saturated', {}, 10, { saturation: 0.71 }],
    ['saturated', {}, 10, { saturation: 0.69 }],
  ],
  [
    ['saturated', {}, 10, { saturation: 1 }],
    ['saturated', {}, 9, { saturation: 1 }],
  ],
  [
    ['unnormalised', raw, 11, {}],
    ['unnormalised', raw, 10, {}],
  ],
  [
    ['wrong-way', {}, 40, { distance: -0.31 }],
    ['wrong-way', {}, 40, { distance: -0.3 }],
  ],
  [
    ['wrong-way', {}, 40, { distance: -1 }],
    ['wrong-way', {}, 39, { distance: -1 }],
  ],
  [
    ['stands-still', {}, 40, { distance: 0.3 }],
    ['stands-still', {}, 40, { distance: 0.31 }],
  ],
  [
    ['stands-still', {}, 40, { distance: -0.3 }],
    ['stands-still', {}, 39, { distance: -0.3 }],
  ],
  [
    ['noise', {}, 20, { noise: 0.51 }],
    ['noise', {}, 20, { noise: 0.49 }],
  ],
  [
    ['noise', {}, 20, { noise: 0.51 }],
    ['noise', {}, 19, { noise: 0.51 }],
  ],
  [
    ['plateau', {}, 59, {}],
    ['plateau', {}, 58, {}],
  ],
  [
    ['searching', {}, 15, {}],
    ['searching', {}, 14, {}],
  ],
  [
    ['skips', {}, 20, by('skip')],
    ['skips', {}, 19, by('skip')],
  ],
  [
    ['skips', {}, 20, by('skip')],
    ['skips', {}, 20, by('run')],
  ],
  // Its gait counts in full from generation 70 on, and has 20 more to settle.
  [
    ['skips', natural, 91, by('skip')],
    ['skips', natural, 90, by('skip')],
  ],
  [
    ['drags-a-foot', {}, 20, by('drag')],
    ['drags-a-foot', {}, 20, by('shuffle')],
  ],
  [
    ['falls-slowly', {}, 40, { ...by('fall'), distance: 0.31 }],
    ['falls-slowly', {}, 39, { ...by('fall'), distance: 0.31 }],
  ],
  [
    ['falls-slowly', {}, 40, { ...by('stand'), distance: 0.31 }],
    ['falls-slowly', {}, 40, { ...by('stand'), distance: 0.3 }],
  ],
  [
    ['falls-slowly', {}, 40, by('fall')],
    ['falls-slowly', {}, 40, by('stumble')],
  ],
  [
    ['too-early', {}, 14, {}],
    ['too-early', {}, 15, {}],
  ],
];

test.each(bothSides)('%j is found, %j is not', (inside, outside) => {
  const ids = ([, input, count, some]: Case) => findingsOf(input, count, () => some).map(({ id }) => id);
  expect(ids(inside)).toContain(inside[0]);
  expect(ids(outside)).not.toContain(outside[0]);
});

describe('a finding', () => {
  const found = (id: string, input: object, count: number, some: (generation: number) => Partial<VitalSigns>) =>
    findingsOf(input, count, some).find((each) => each.id === id);
  /** `now` in the newest generations, `before` in those before them. */
  const since = (count: number, newest: number, now: Partial<VitalSigns>, before: Partial<VitalSigns>) => (g: number) =>
    g >= count - newest ? now : before;

  test('looks at the newest generations alone', () => {
    expect(found('simulation-breaks', {}, 20, since(20, 5, {}, { failures: 1 }))).toBeUndefined();
    expect(found('simulation-breaks', {}, 20, since(20, 1, { failures: 0.49 }, {}))?.severity).toBe('hint');
    expect(found('simulation-breaks', {}, 20, since(20, 1, { failures: 0.51 }, {}))?.severity).toBe('serious');
    expect(
      found('clones', {}, 20, since(20, 5, { deviation: 1.9, mean: 100 }, { deviation: 9, mean: 0 })),
    ).toBeDefined();
    expect(found('clones', {}, 20, since(20, 5, { deviation: 2.1, mean: 100 }, { deviation: 0 }))).toBeUndefined();
    expect(found('stands-still', {}, 60, since(60, 20, { distance: 0 }, { distance: 99 }))).toBeDefined();
    expect(found('falls', {}, 30, since(30, 15, { falls: 1, lifetime: 1 }, { falls: 0, lifetime: 9 }))).toBeDefined();
  });

  test('of a gait needs that gait in 12 of the newest 20 champions', () => {
    const skipping = (share: number) => found('skips', {}, 40, (g) => by(g % 20 < share ? 'skip' : 'stumble'));
    expect(skipping(12)?.severity).toBe('hint');
    expect(skipping(11)).toBeUndefined();
    expect(found('skips', {}, 40, since(40, 11, { gait: Number.NaN }, by('skip')))).toBeUndefined();
  });

  test('of falling slowly is a hint while it learns', () => {
    const severity = (fitness: (g: number) => number) =>
      found('falls-slowly', {}, 40, (g) => ({ ...by('fall'), fitness: fitness(g) }))?.severity;
    expect(severity((g) => g)).toBe('hint');
    expect(severity(() => 1)).toBe('serious');
  });

  test('of a skip offers a body made to walk, then the walking task, one net for both sides, or another seed', () => {
    const remedies = (input: object) =>
      found('skips', input, 120, () => by('skip'))!.remedies.map(({ changes }) => changes);
    const walk = { 'task.name': 'natural-walk', 'brain.name': 'twin' };
    expect(remedies({})).toMatchObject([{ body: 'stroller', ...walk }, walk]);
    expect(remedies({ body: 'stroller' })).toMatchObject([walk]);
    expect(remedies({ ...natural, body: 'stroller' })).toEqual([{ 'brain.name': 'twin' }]);
    expect(remedies({ ...natural, body: 'stroller', brain: { name: 'twin' } })).toEqual([{ seed: 2 }]);
    for (const input of [{ body: 'hopper' }, { task: { name: 'bipedal-walker' } }])
      expect(remedies(input)).toEqual([{ seed: 2 }]);
    const [first] = found('skips', {}, 20, () => by('skip'))!.remedies;
    const { amendments: _later, ...preset } = parseExperiment(presets['natural-walk']?.experiment);
    expect(experimentFor(usual, first!)).toMatchObject(preset);
  });

  test('of a large plateau is a hint from 2 m on', () => {
    expect(found('plateau', {}, 80, () => ({ fitness: 1.99 }))?.severity).toBe('serious');
    expect(found('plateau', {}, 80, () => ({ fitness: 2.01 }))?.severity).toBe('hint');
  });

  test('of noise asks for three trials, and then for twice as many', () => {
    const trials = (count: number) =>
      found('noise', { run: { trials: count } }, 20, () => ({ noise: 1 }))?.remedies[0]?.changes['run.trials'];
    expect([1, 2, 3].map(trials)).toEqual([3, 4, 6]);
  });

  test('names the seed with which its remedy begins again', () => {
    expect(anotherSeed(parseExperiment({ seed: 7 }))).toMatchObject({
      words: 'Restart with seed 8',
      changes: { seed: 8 },
    });
    expect(anotherSeed(parseExperiment({ seed: 4294967295 }))).toMatchObject({
      words: 'Restart with seed 0',
      changes: { seed: 0 },
    });
  });
});
