import { describe, expect, test } from 'vitest';
import { type Ends, endingOf, endsFrom, endsIn, progress } from '../../src/cli/ends.ts';
import type { Checkpoint } from '../../src/run/checkpoint.ts';

const at = (generation: number, steps: number, fitness?: number) =>
  ({ state: { generation, steps }, best: fitness === undefined ? null : { fitness } }) as unknown as Checkpoint;

describe('the share of a run that is done', () => {
  test.each<[number, Checkpoint, Ends]>([
    [0.25, at(5, 900), { generations: 20 }],
    [0.9, at(5, 900), { steps: 1000 }],
    [0.9, at(5, 900), { generations: 20, steps: 1000 }],
    [0.5, at(10, 100), { generations: 20, steps: 1000 }],
    [1, at(20, 100), { generations: 20, steps: 1000 }],
    [1, at(5, 900, 7), { until: 7 }],
    [0, at(5, 900, 6.99), { until: 7 }],
    [0, at(5, 900), { until: -7 }],
    [0.25, at(5, 900, 6), { generations: 20, until: 7 }],
    [0, at(5, 900, 6), {}],
  ])('is %f', (share, checkpoint, ends) => {
    expect(progress(checkpoint, ends)).toBe(share);
  });
});

test('a run ends by what came first: a failure, its goal, its limit, its optimizer, or an interruption', () => {
  const stop = { flat: 10 };
  const ends = { generations: 20, until: 7 };
  const ended = (checkpoint: Checkpoint, outcome: Partial<Parameters<typeof endingOf>[2]> = {}, of: Ends = ends) =>
    endingOf(checkpoint, of, { failure: undefined, stop: {}, ...outcome });
  expect(ended(at(20, 0, 7), { failure: new Error('no memory'), stop })).toEqual({
    done: false,
    ended: 'failed',
    reason: expect.stringContaining('no memory'),
  });
  expect(ended(at(20, 0, 7), { stop })).toEqual({ done: true, ended: 'goal' });
  expect(ended(at(20, 0, 6.9), { stop })).toEqual({ done: true, ended: 'limit' });
  expect(ended(at(20, 0))).toEqual({ done: true, ended: 'limit' });
  expect(ended(at(19, 0, 6.9), { stop })).toEqual({ done: true, ended: 'converged' });
  expect(ended(at(19, 0, 6.9))).toEqual({ done: false, ended: 'interrupted', interrupted: true });
  expect(ended(at(19, 0, 7), {}, { generations: 20 })).toMatchObject({ ended: 'interrupted' });
});

test('limits are read from flags and from run.json, what is none of them left out', () => {
  expect(endsIn({})).toBeUndefined();
  expect(endsIn({ steps: 5 })).toEqual({ steps: 5 });
  expect(endsIn({ generations: 3, until: -2 })).toEqual({ generations: 3, until: -2 });
  expect(endsFrom({ ends: { generations: 3, steps: 0, until: -1, hours: 2 } })).toEqual({ generations: 3, until: -1 });
  expect(endsFrom({ ends: { generations: -1, steps: '5', until: null } })).toBeUndefined();
  for (const none of [null, {}, { ends: null }, { ends: 3 }, { ends: {} }]) expect(endsFrom(none)).toBeUndefined();
});
