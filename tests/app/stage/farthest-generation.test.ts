import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { Session } from '../../../src/app/session/session.ts';
import { farthestGeneration } from '../../../src/app/stage/farthest-generation.ts';
import { parseExperiment } from '../../../src/run/experiment.ts';

/** Champions of the generations 0, 10 and 20, with these mean distances. */
const session = (distances: number[], best: number | undefined, task = 'walk') =>
  ({
    bestGeneration: signal(best),
    experiment: signal(parseExperiment({ task: { name: task } })),
    championHistory: { entries: distances.map((distance, i) => ({ generation: 10 * i, distance })), records: [0, 10] },
  }) as unknown as Session;

it.each([
  ['the one with the best first test, whatever its mean', session([1, 7, 9], 10), 10],
  ['the farthest mean where that is not known', session([1, 9, 7], undefined), 10],
  ['the farthest mean where that one is not stored any more', session([1, 9, 7], 15), 10],
  ['the newest of equals', session([1, 9, 9], undefined), 20],
  ['the newest record of a jump', session([1, 2, 9], 20, 'jump'), 10],
  ['none before the first champion', session([], undefined), undefined],
])('is %s', (_, of, generation) => {
  expect(farthestGeneration(of)).toBe(generation);
});
