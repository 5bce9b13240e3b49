import { describe, expect, test } from 'vitest';
import { stream } from '../../src/math/rng.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { setupOf } from '../../src/run/setup.ts';
import { rollout } from '../../src/sim/rollout.ts';
import type { Task } from '../../src/sim/task.ts';
import type { Outcome } from '../scenarios.ts';
import { compare, messageOf, traceOf } from './compare.ts';
import { tracedEpisode } from './trace.ts';

const setup = setupOf(parseExperiment({ task: { name: 'walk', duration: 3 }, brain: { name: 'linear' } }));
const rng = stream(1, 'compare');
const genome = Float32Array.from({ length: setup.brain.parameterCount }, () => 0.1 * rng.normal());
const request = { genome, seed: 1, statistics: null, record: false };
const parts = setup.plan.parts.map(({ name }) => name);

/** The task, with one small push of the creature after a number of seconds. */
const pushedAfter = (seconds: number): Task => ({
  ...setup.task,
  rewardFunction(settings) {
    const original = setup.task.rewardFunction(settings);
    let isDone = false;
    return {
      ...original,
      progress(state) {
        if (!isDone && state.time > seconds) {
          state.physics.push(1e-9, 0);
          isDone = true;
        }
        return original.progress(state);
      },
    };
  },
});
const outcomeOf = (task = setup.task, hash = 'before'): Outcome => {
  return { hash, parts, episodes: [tracedEpisode({ ...setup, task }, request).trace] };
};
const walk = outcomeOf();
const { seconds } = ('episodes' in walk && walk.episodes[0]) as { seconds: string[] };

/** The message about a scenario with the outcome `found` and the stored trace `kept`. */
const said = (found: Outcome, kept: Outcome = walk) =>
  compare({ walk: { ...found, hash: 'now' } }, { walk: 'before' }, { walk: traceOf(kept) }).changed.join();
/** The walk, its trace changed. */
const changed = (change: object): Outcome => {
  const [episode] = 'episodes' in walk ? walk.episodes : [];
  return { hash: 'now', parts, episodes: [{ ...episode!, ...change }] };
};

test('tracing an episode does not change it', () => {
  expect(seconds.length).toBeGreaterThan(1);
  expect(tracedEpisode(setup, request).episode).toEqual(rollout(setup, request));
});

describe('a scenario with different bits', () => {
  test('is reported with the first second and the first part that differ', () => {
    expect(said(outcomeOf(pushedAfter(0)))).toMatch(
      /^"walk": episode 1 differs first in second 1, part "torso" \(all 5 parts do in that second\)/,
    );
    expect(said(outcomeOf(pushedAfter(1.1)))).toMatch(/episode 1 differs first in second 2, part "torso"/);
  });

  test('is reported with the part that differs, if not the first one', () => {
    const second = seconds[1]!;
    const other = `${second.slice(0, 8)}zzzz${second.slice(12)}`;
    expect(said(changed({ seconds: seconds.with(1, other) }))).toContain(
      `second 2, part "${parts[2]}" (1 of 5 parts do`,
    );
  });

  test.each([
    ['ends before second 2', { seconds: seconds.slice(0, 1) }],
    [`goes on after second ${seconds.length}`, { seconds: [...seconds, seconds[0]] }],
    ['has a body of 4 parts instead of 5', { seconds: seconds.map((each) => each.slice(4)) }],
    ['every part the same in every second, but not fitness and what was observed', { fitness: '', observed: '' }],
    ['every episode is the same as far as its trace shows', {}],
  ])('%s', (words, change) => {
    expect(said(changed(change))).toContain(words);
  });

  test('is reported with the first generation that differs, if it is a run', () => {
    const [now, kept] = [
      ['a', 'c'],
      ['a', 'b'],
    ].map((generations) => ({ hash: '', generations })) as [Outcome, Outcome];
    expect(said(now, kept)).toContain('generation 1 differs first');
  });

  test('gives a message that names docs/golden.md; without differences there is none', () => {
    const known = { walk: 'before', gone: '0' };
    const message = messageOf(compare({ walk: { ...walk, hash: 'now' } }, known, { walk: traceOf(walk) }));
    expect(message).toMatch(/^2 golden scenarios differ; docs\/golden\.md/);
    expect(message).toContain('- "gone": this scenario no longer exists');
    expect(messageOf(compare({ walk }, { walk: 'before' }, {}))).toBe('');
  });
});

test('a new scenario is no change of a known one', () => {
  expect(compare({ walk, hop: walk }, { walk: 'before' }, {})).toEqual({ changed: [], added: ['hop'] });
});
