import { describe, expect, it } from 'vitest';
import {
  axisOver,
  draftOf,
  fitDraft,
  NO_AXIS,
  type SweepDraft,
  sweepFrom,
} from '../../../../src/app/tools/sweep/draft.ts';
import { formatMeasure, sweepLabels } from '../../../../src/app/tools/sweep/labels.ts';
import { suggestValues } from '../../../../src/app/tools/sweep/suggest.ts';
import { sortedSummaries, toggledOrder } from '../../../../src/app/tools/sweep/table-order.ts';
import { duration } from '../../../../src/app/tools/sweep/words.ts';
import { parseExperiment } from '../../../../src/run/experiment.ts';
import { presets } from '../../../../src/run/presets.ts';
import type { Summary } from '../../../../src/run/sweep/outcome.ts';
import { parseSweep } from '../../../../src/run/sweep/sweep.ts';
import { sweepables } from '../../../../src/run/sweep/sweepable.ts';

const usual = parseExperiment({});
const draft = (first: [string, string], second?: [string, string]): SweepDraft => ({
  base: undefined,
  axes: [{ path: first[0], text: first[1] }, second ? { path: second[0], text: second[1] } : NO_AXIS],
  seedCount: 2,
  steps: 1000,
});

describe('suggested values', () => {
  it('make a valid sweep for every setting, and contain its present value', () => {
    for (const each of sweepables(usual)) {
      const sweep = sweepFrom({ ...draft(['body', '']), axes: [axisOver(usual, each.path), NO_AXIS] }, usual);
      expect(sweep.axes[0]?.values, each.path).toContainEqual(each.value);
    }
  });

  it('are multiples for settings with a wide range, else places on the slider', () => {
    const of = (path: string) => suggestValues(sweepables(usual).find((each) => each.path === path)!);
    expect(of('optimizer.sigma')).toBe('0.01, 0.03, 0.1, 0.3');
    expect(of('optimizer.populationSize')).toBe('4, 8, 24, 70');
    expect(of('task.difficulty')).toBe('0.01, 0.1, 0.38');
    expect(of('run.normalise')).toBe('true, false');
    expect(of('brain.hidden')).toBe('none, 8, 16, 16+16');
  });
});

describe('the form', () => {
  it('gives a sweep of the run, from its seed on', () => {
    const seeded = { ...usual, seed: 4294967295 };
    const sweep = sweepFrom(draft(['optimizer.sigma', '0.1, .5'], ['brain.hidden', 'none; 4+4']), seeded);
    expect(sweep).toMatchObject({
      base: seeded,
      axes: [{ values: [0.1, 0.5] }, { values: [[], [4, 4]] }],
      seeds: [4294967295, 0],
      steps: 1000,
    });
  });

  it.each([
    [draft(['optimizer.sigma', '0.1']), 'Step size needs at least two values to compare.'],
    [draft(['optimizer.sigma', '0.1, wide']), 'Step size cannot be "wide".'],
    [draft(['optimizer.sigma', '1 2 3 4 5 6 7 8 9']), 'Step size has more than eight values.'],
    [draft(['optimizer.sigma', '0.1, 0.10']), 'optimizer.sigma has the same value twice'],
    [draft(['optimizer.sigma', '0.1, 11']), 'With optimizer.sigma 11: optimizer.sigma is 11, must be 10 or less'],
    [
      { ...draft(['optimizer.sigma', '1, 2']), seedCount: 9 },
      'seeds is [1,2,3,4,5,6,7,8,9], must have 8 entries or fewer',
    ],
    [{ ...draft(['optimizer.sigma', '1, 2']), steps: Number.NaN }, 'steps is NaN, must be a number'],
  ])('says what is wrong', (wrong, fault) => {
    expect(() => sweepFrom(wrong, usual)).toThrow(fault);
  });

  it('is filled in by the presets that have a sweep', () => {
    for (const preset of Object.values(presets)) {
      const filled = draftOf(preset);
      expect(filled === undefined).toBe(preset.sweep === undefined);
      if (filled) expect(sweepFrom(filled, { ...usual, body: 'dog' })).toMatchObject(preset.sweep!);
    }
  });

  it('leaves out settings that another experiment does not have', () => {
    const ars = parseExperiment({ optimizer: { name: 'ars' } });
    const both = draft(['optimizer.sigmaRate', '1, 2'], ['task.gravity', '5, 10']);
    expect(fitDraft(both, ars).axes).toEqual([{ path: 'task.gravity', text: '5, 10' }, NO_AXIS]);
    expect(fitDraft(draft(['optimizer.sigmaRate', '1, 2']), ars).axes[0].path).toBe('optimizer.sigma');
    const genetic = parseExperiment({ optimizer: { name: 'genetic' } });
    expect(fitDraft(draft(['optimizer.sigmaRate', '1, 2']), genetic).axes[0].path).toBe('optimizer.mutation');
    expect(fitDraft(both, usual).axes).toEqual(both.axes);
  });
});

describe('names', () => {
  it('describe a cell by its values', () => {
    const axes = [
      { path: 'optimizer.name', values: ['snes', 'cma-es'] },
      { path: 'run.normalise', values: [true, false] },
    ];
    const { titles, names } = sweepLabels(parseSweep(usual, { axes, seeds: [1], steps: 9 }));
    expect(titles).toEqual(['Optimizer', 'Normalise observations']);
    expect(names[1]).toBe('SNES, Normalise observations off');
    expect(names[2]).toBe('CMA-ES, Normalise observations on');
  });

  it('and numbers are short enough for a cell', () => {
    expect(formatMeasure('distance', 8.349)).toBe('8.3');
    expect(formatMeasure('distance', -0.01)).toBe('0.0');
    expect(formatMeasure('steps', Number.POSITIVE_INFINITY)).toBe('never');
    expect([840, 9400, 48_241].map((value) => formatMeasure('steps', value))).toEqual(['840', '9.4k', '48k']);
    expect([0.2, 40, 200, 7200].map(duration)).toEqual(['1 s', '40 s', '3 min', '2 h']);
  });
});

describe('the order of the table', () => {
  const summary = (cell: number, median?: number, low = median, high = median): Summary => ({
    cell,
    spread: median === undefined ? undefined : { median, low: low!, high: high! },
    doneCount: 1,
    falls: cell,
    testCount: 4,
  });
  const all = [summary(0, 3, 0, 9), summary(1), summary(2, 5), summary(3, Number.POSITIVE_INFINITY)];
  const cells = (...[of, width = 1]: [Parameters<typeof sortedSummaries>[1], number?]) =>
    sortedSummaries(all, of, width).map(({ cell }) => cell);

  it('has unknown values last, in both directions', () => {
    expect(cells({ column: 'median', isDescending: true })).toEqual([3, 2, 0, 1]);
    expect(cells({ column: 'median', isDescending: false })).toEqual([0, 2, 3, 1]);
    expect(cells({ column: 'spread', isDescending: true })).toEqual([0, 2, 3, 1]);
    expect(cells({ column: 'falls', isDescending: true })).toEqual([3, 2, 1, 0]);
  });

  it('can be that of either axis', () => {
    expect(cells({ column: 0, isDescending: true }, 2)).toEqual([2, 3, 0, 1]);
    expect(cells({ column: 1, isDescending: false }, 2)).toEqual([0, 2, 1, 3]);
  });

  it('is reversed by a second click', () => {
    const once = toggledOrder({ column: 0, isDescending: false }, 'falls');
    expect(once).toEqual({ column: 'falls', isDescending: true });
    expect(toggledOrder(once, 'falls')).toEqual({ column: 'falls', isDescending: false });
    expect(toggledOrder(once, 0)).toEqual({ column: 0, isDescending: false });
  });
});
