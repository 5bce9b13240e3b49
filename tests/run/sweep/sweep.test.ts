import { describe, expect, it } from 'vitest';
import { inProcess } from '../../../src/run/evaluator.ts';
import { parseExperiment } from '../../../src/run/experiment.ts';
import { presets } from '../../../src/run/presets.ts';
import { sweepCsv } from '../../../src/run/sweep/csv.ts';
import { curveOf, gridOf } from '../../../src/run/sweep/curve.ts';
import {
  applyAdvance,
  initialOutcomes,
  leaderOf,
  type Outcome,
  spreadOf,
  stepsTo,
  summaryOf,
} from '../../../src/run/sweep/outcome.ts';
import { type Advance, type Leader, sweepRuns } from '../../../src/run/sweep/runs.ts';
import { cellsOf, parseSweep, runsOf } from '../../../src/run/sweep/sweep.ts';
import { sweepables, valueIn, valueText } from '../../../src/run/sweep/sweepable.ts';
import { first, pretending, small, take } from '../small.ts';

const axes = [
  { path: 'optimizer.sigma', values: [0.05, 0.5] },
  { path: 'task.difficulty', values: [0, 1] },
];
const sweep = parseSweep(small(), { axes, seeds: [3, 9], generations: 2 });

async function all(of: typeof sweep, evaluator = inProcess): Promise<Advance[]> {
  const told: Advance[] = [];
  for await (const each of sweepRuns(of, evaluator)) told.push(each);
  return told;
}

describe('a sweep', () => {
  it('gives each run the same bits when several run at once', async () => {
    const { evaluator } = pretending(first);
    const alone = initialOutcomes(sweep);
    for (const advance of await all(sweep, evaluator)) applyAdvance(alone, advance);
    const together = initialOutcomes(sweep);
    let most = 0;
    for await (const advance of sweepRuns(sweep, evaluator, undefined, () => 3)) {
      applyAdvance(together, advance);
      most = Math.max(most, together.filter(({ share }) => share > 0 && share < 1).length);
    }
    expect(together).toEqual(alone);
    expect(most).toBe(3);
  });

  it('has a cell for each combination, and runs all cells with one seed before the next', () => {
    const values = [
      [0.05, 0],
      [0.05, 1],
      [0.5, 0],
      [0.5, 1],
    ];
    expect(cellsOf(sweep).map((cell) => cell.values)).toEqual(values);
    expect(cellsOf(sweep)[2]?.experiment).toMatchObject({
      seed: 3,
      optimizer: { sigma: 0.5 },
      task: { difficulty: 0 },
    });
    const runs = runsOf(sweep).map(({ cell, experiment }) => [experiment.seed, cell]);
    expect(runs).toEqual([3, 9].flatMap((seed) => [0, 1, 2, 3].map((cell) => [seed, cell])));
  });

  it('sets names before the settings that belong to them, for any order of the axes', () => {
    const named = parseSweep(small(), {
      axes: [
        { path: 'optimizer.sigma', values: [0.2, 0.3] },
        { path: 'optimizer.name', values: ['snes', 'cma-es'] },
      ],
      seeds: [1],
      steps: 100,
    });
    expect(cellsOf(named)[3]?.experiment.optimizer).toMatchObject({ name: 'cma-es', sigma: 0.3 });
    const brains = { axes: [{ path: 'optimizer.name', values: ['snes', 'neat'] }], seeds: [1], steps: 100 };
    expect(cellsOf(parseSweep(small(), brains))[1]?.experiment.brain.name).toBe('graph');
  });

  it('has the same results as each experiment alone', { tags: 'slow' }, async () => {
    const told = await all(sweep);
    expect(told.map(({ place, share }) => [place, share])).toEqual(
      Array.from({ length: 16 }, (_, i) => [i >> 1, i % 2 === 0 ? 0.5 : 1]),
    );
    for (const [place, { experiment }] of runsOf(sweep).entries()) {
      const alone = (await take(2, experiment, inProcess)).at(-1);
      expect(told[2 * place + 1]?.historyHash).toBe(alone?.historyHash);
    }
  });

  it('ends a run after the first generation that reaches its steps', async () => {
    const { evaluator } = pretending(first);
    const short = parseSweep(small(), { axes: [axes[0]], seeds: [1], steps: 200 });
    // 6 episodes and 2 tests of 10 steps in a generation.
    const told = await all(short, evaluator);
    expect(told.map(({ points }) => points[0]?.steps)).toEqual([80, 160, 240, 80, 160, 240]);
    expect(told.map(({ share }) => share)).toEqual([0.4, 0.8, 1, 0.4, 0.8, 1]);
  });

  it.each([
    [{ axes: [], seeds: [1], steps: 9 }, 'axes is [], must have 1 entry or more'],
    [{ axes: [{ path: 'seed', values: [1, 2] }], seeds: [1], steps: 9 }, 'there is no setting seed'],
    [{ axes: [axes[0], axes[0]], seeds: [1], steps: 9 }, 'both axes are optimizer.sigma, must be two settings'],
    [{ axes: [{ path: 'run.trials', values: [1, 1] }], seeds: [1], steps: 9 }, 'run.trials has the same value twice'],
    [{ axes: [axes[0]], seeds: [1, 1], steps: 9 }, 'seeds has the same seed twice'],
    [{ axes: [axes[0]], seeds: [1] }, 'it needs an end for each run, steps or generations'],
    [
      { axes: [{ path: 'task.gravity', values: [5, 99] }], seeds: [1], steps: 9 },
      'With task.gravity 99: task.gravity is 99, must be 30 or less',
    ],
    [
      {
        axes: [
          { path: 'optimizer.name', values: ['snes', 'ars'] },
          { path: 'optimizer.meanRate', values: [1, 2] },
        ],
        seeds: [1],
        steps: 9,
      },
      'With optimizer.name "ars" and optimizer.meanRate 1: optimizer.meanRate is not a known setting',
    ],
  ])('says what is wrong with %j', (plan, fault) => {
    expect(() => parseSweep(small(), plan, 'sweep.json')).toThrow(`sweep.json: ${fault}`);
  });

  it('is valid in all presets that have one', () => {
    const ready = Object.values(presets).filter((preset) => preset.sweep);
    expect(ready.length).toBeGreaterThanOrEqual(3);
    for (const { title, experiment, sweep: plan } of ready) parseSweep(parseExperiment(experiment), plan, title);
  });
});

const leader = (fitness: number, falls = 0) => ({ fitness, distance: fitness, falls, seeds: [1, 2] }) as Leader;
function outcome(cell: number, steps: number[], distance: number[], more: Partial<Outcome> = {}): Outcome {
  return { cell, seed: 1, steps, fitness: distance, distance, leader: undefined, share: 1, historyHash: 'f', ...more };
}

describe('outcomes', () => {
  it('collect the advances of each run', { tags: 'slow' }, async () => {
    const outcomes = initialOutcomes(sweep);
    for (const each of await all(sweep)) applyAdvance(outcomes, each);
    expect(outcomes.map(({ cell, seed, share }) => [cell, seed, share])).toEqual(
      runsOf(sweep).map(({ cell, experiment }) => [cell, experiment.seed, 1]),
    );
    for (const { steps, distance, leader: best } of outcomes) {
      expect(steps).toHaveLength(2);
      expect(distance).toContain(best?.distance);
    }
  });

  it('are summarised over finished runs, or over running ones while none is finished', () => {
    const [slow, quick] = [outcome(0, [5], [1], { leader: leader(1, 2) }), outcome(0, [5], [4], { leader: leader(4) })];
    const underWay = outcome(0, [5], [9], { leader: leader(9), share: 0.5 });
    const spread = { median: 2.5, low: 1, high: 4 };
    expect(summaryOf([slow, quick, underWay], 0, 'distance', 5)).toEqual({
      cell: 0,
      spread,
      doneCount: 2,
      falls: 2,
      testCount: 4,
    });
    expect(summaryOf([underWay], 0, 'fitness', 5)).toMatchObject({ spread: { median: 9 }, doneCount: 0 });
    expect(summaryOf([outcome(1, [], [])], 1, 'distance', 5).spread).toBeUndefined();
    expect(leaderOf([slow, underWay, quick], 0)).toBe(underWay);
    const equal = { ...quick, seed: 2 };
    expect(leaderOf([slow, quick, equal], 0)).toBe(quick);
    expect(leaderOf([slow, quick], 1)).toBeUndefined();
  });

  it('have the steps to a distance, infinite if never reached', () => {
    const walker = outcome(0, [10, 20, 30], [1, 6, 4]);
    expect(stepsTo(walker, 5)).toBe(20);
    expect(stepsTo(walker, 7)).toBe(Number.POSITIVE_INFINITY);
    expect(summaryOf([walker, outcome(0, [10], [0])], 0, 'steps', 5).spread).toEqual({
      median: Number.POSITIVE_INFINITY,
      low: 20,
      high: Number.POSITIVE_INFINITY,
    });
  });

  it('have a spread of minimum, median and maximum', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 });
    expect(spreadOf([])).toBeUndefined();
  });
});

describe('a curve', () => {
  it('is the best so far over the seeds, on one grid, up to the present step of a running one', () => {
    const runs = [outcome(0, [10, 20, 40], [1, 5, Number.NaN]), outcome(0, [20, 30], [3, 2], { share: 0.6 })];
    const grid = gridOf(runs, 5);
    expect(grid).toEqual([0, 10, 20, 30, 40]);
    const { median, low, high } = curveOf(runs, 0, grid);
    expect(median).toEqual([null, 1, 4, 5, 5]);
    expect(low).toEqual([null, 1, 3, 5, 5]);
    expect(high).toEqual([null, 1, 5, 5, 5]);
  });
});

describe('the table', () => {
  it('has a line for each run that has begun', () => {
    const outcomes = initialOutcomes(sweep);
    Object.assign(outcomes[0]!, outcome(0, [10, 20], [1, 6], { seed: 3, leader: leader(6.5, 1) }));
    expect(sweepCsv(sweep, outcomes, 5).trimEnd().split('\n')).toEqual([
      'optimizer.sigma,task.difficulty,seed,done,generations,steps,fitness,distance,falls,tests,stepsTo5m,historyHash',
      '0.05,0,3,true,2,20,6.5,6.5,1,2,20,f',
    ]);
  });
});

describe('what can be varied', () => {
  it('is every setting with its effective value, and a sweep of each is valid', () => {
    const experiment = parseExperiment({});
    for (const { path, setting, value } of sweepables(experiment)) {
      const { of } = setting;
      const other =
        of.kind === 'number' ? (value === of.max ? of.min : of.max) : of.kind === 'flag' ? !value : undefined;
      if (other === undefined) continue;
      expect(
        cellsOf(parseSweep(experiment, { axes: [{ path, values: [value, other] }], seeds: [1], steps: 1 })),
      ).toHaveLength(2);
    }
    const names = sweepables(experiment).filter(({ room }) => room === 'names');
    expect(names.map(({ value }) => value)).toEqual(['biped', 'walk', 'mlp', 'snes']);
  });

  it('has values that are read from their text', () => {
    const setting = (path: string) => sweepables(parseExperiment({})).find((each) => each.path === path)!.setting;
    for (const value of [[], [8], [16, 16]]) expect(valueIn(valueText(value), setting('brain.hidden'))).toEqual(value);
    expect(valueIn(' 0.5 ', setting('optimizer.sigma'))).toBe(0.5);
    expect(valueIn('wide', setting('optimizer.sigma'))).toBeUndefined();
    for (const word of ['on', 'true', ' on ']) expect(valueIn(word, setting('run.normalise'))).toBe(true);
    for (const word of ['off', 'false']) expect(valueIn(word, setting('run.normalise'))).toBe(false);
    for (const word of ['', 'yes', 'On']) expect(valueIn(word, setting('run.normalise'))).toBeUndefined();
    for (const word of ['', ' ', '1e999', '1,5']) expect(valueIn(word, setting('optimizer.sigma'))).toBeUndefined();
    expect(valueIn('hills', setting('task.name'))).toBe('hills');
    expect(valueIn('moon', setting('task.name'))).toBeUndefined();
    expect(valueIn('8+x', setting('brain.hidden'))).toBeUndefined();
  });
});
