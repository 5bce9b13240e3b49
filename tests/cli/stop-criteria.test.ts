import { describe, expect, test } from 'vitest';
import {
  criteriaInDocument,
  criteriaInFlags,
  runEndOf,
  type StopCriteria,
  shareDone,
} from '../../src/cli/stop-criteria.ts';
import type { Checkpoint } from '../../src/run/checkpoint.ts';

const at = (generation: number, steps: number, fitness?: number) =>
  ({ state: { generation, steps }, best: fitness === undefined ? null : { fitness } }) as unknown as Checkpoint;

describe('the share of a run that is done', () => {
  test.each<[number, Checkpoint, StopCriteria]>([
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
    expect(shareDone(checkpoint, ends)).toBe(share);
  });
});

test('a run ends by a failure, its goal, its limit, its optimizer, or an interruption, in this order', () => {
  const stop = { flat: 10 };
  const ends = { generations: 20, until: 7 };
  const ended = (
    checkpoint: Checkpoint,
    outcome: Partial<Parameters<typeof runEndOf>[2]> = {},
    of: StopCriteria = ends,
  ) => runEndOf(checkpoint, of, { failure: undefined, stop: {}, ...outcome });
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

test('limits are read from flags and from run.json, without invalid ones', () => {
  expect(criteriaInFlags({})).toBeUndefined();
  expect(criteriaInFlags({ steps: 5 })).toEqual({ steps: 5 });
  expect(criteriaInFlags({ generations: 3, until: -2 })).toEqual({ generations: 3, until: -2 });
  expect(criteriaInDocument({ ends: { generations: 3, steps: 0, until: -1, hours: 2 } })).toEqual({
    generations: 3,
    until: -1,
  });
  expect(criteriaInDocument({ ends: { generations: -1, steps: '5', until: null } })).toBeUndefined();
  for (const none of [null, {}, { ends: null }, { ends: 3 }, { ends: {} }])
    expect(criteriaInDocument(none)).toBeUndefined();
});
