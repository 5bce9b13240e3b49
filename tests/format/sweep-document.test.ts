import { describe, expect, test } from 'vitest';
import {
  outcomeFromDocument,
  outcomeToDocument,
  sweepFromDocument,
  sweepToDocument,
} from '../../src/format/sweep-document.ts';
import type { Outcome } from '../../src/run/sweep/outcome.ts';
import type { Leader } from '../../src/run/sweep/runs.ts';
import { parseSweep } from '../../src/run/sweep/sweep.ts';
import { small } from '../run/small.ts';

const axes = [{ path: 'optimizer.sigma', values: [0.05, 0.5] }];
const sweep = parseSweep(small(), { axes, seeds: [3, 9], generations: 2 });
const leader: Leader = {
  generation: 1,
  genome: new Float32Array(60).fill(0.25),
  statistics: null,
  seeds: [4, 5],
  fitness: 2,
  distance: 1.5,
  falls: 1,
  isRecord: true,
};
/** The third run: the first cell under the second seed. */
const outcome = (some: Partial<Outcome> = {}): Outcome => ({
  cell: 0,
  seed: 9,
  steps: [100, 250],
  fitness: [Number.NaN, 2],
  distance: [Number.NaN, 1.5],
  leader,
  share: 1,
  historyHash: '0123456789abcdef',
  ...some,
});
const read = (some: Partial<Outcome>, place = 2) =>
  outcomeFromDocument(JSON.parse(JSON.stringify(outcomeToDocument(2, outcome(some)))), sweep, place, '003.json');

test('a sweep comes back from JSON as it was, and is refused when another engine made it', () => {
  const document = JSON.parse(JSON.stringify(sweepToDocument({ sweep, goal: 5 })));
  expect(sweepFromDocument(document, 'sweep.json')).toEqual({ sweep, goal: 5 });
  for (const other of [{ simulation: 999 }, { planck: '0.0.1' }]) {
    const made = { ...document, engine: { ...document.engine, ...other } };
    expect(() => sweepFromDocument(made, 'sweep.json')).toThrow(
      /^sweep\.json was written by engine .*: start the sweep again$/,
    );
  }
});

describe('the outcome of a run', () => {
  test('comes back from JSON as it was, with a champion and without', () => {
    expect(read({})).toEqual(outcome());
    expect(read({ leader: undefined })).toEqual(outcome({ leader: undefined }));
  });

  test.each<[string, Partial<Outcome>, string]>([
    ['steps that stand still', { steps: [100, 100] }, 'steps must be rising whole numbers'],
    ['steps that fall', { steps: [100, 99] }, 'steps must be rising whole numbers'],
    ['steps below 0', { steps: [-1, 99] }, 'steps must be rising whole numbers'],
    ['half a step', { steps: [1, 1.5] }, 'steps must be rising whole numbers'],
    [
      'no steps',
      { steps: [], fitness: [], distance: [] },
      'steps, fitness and distance must have one number for each generation',
    ],
    ['too few fitnesses', { fitness: [1] }, 'steps, fitness and distance must have one number for each generation'],
    [
      'too many distances',
      { distance: [1, 2, 3] },
      'steps, fitness and distance must have one number for each generation',
    ],
    [
      'a champion of another brain',
      { leader: { ...leader, genome: new Float32Array(59) } },
      'leader genome has 59 numbers',
    ],
  ])('with %s is refused', (_what, some, sentence) => {
    expect(() => read(some)).toThrow(`003.json: ${sentence}`);
  });

  test('is refused in the place of another', () => {
    expect(() => read({}, 1)).toThrow('003.json has the result of run 2, must have that of run 1');
    expect(() => read({}, 4)).toThrow('003.json has the result of run 2, must have that of run 4');
  });
});
