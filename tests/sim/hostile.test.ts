/** @module-tag slow */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actuatorCount } from '../../src/creature/muscle.ts';
import '../../src/sim/reference-at-hand.ts';
import { bodies } from '../../src/creature/bodies.ts';
import { brains } from '../../src/creature/brains.ts';
import { stream } from '../../src/math/rng.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { setupOf } from '../../src/run/setup.ts';
import { type Setting, settingsIn } from '../../src/schema/setting.ts';
import { gaits } from '../../src/sim/gait/names.ts';
import { type EpisodeRequest, rollout, type Setup } from '../../src/sim/rollout.ts';
import { sensorsIn } from '../../src/sim/task.ts';
import { tasks } from '../../src/sim/tasks.ts';
import { someGenome } from '../creature/some-genome.ts';
import { extreme, hostilePlan, strained } from './hostile-plan.ts';

/** A value of a setting, often an end of its range. */
function someValue({ key, of }: Setting): fc.Arbitrary<unknown> {
  if (of.kind === 'flag') return fc.boolean();
  if (of.kind === 'choice') return fc.constantFrom(...of.options);
  if (of.kind === 'list') return fc.constant([]);
  // Two seconds are enough to see whether an episode ends at its limit.
  if (key === 'duration') return fc.constant(2);
  const range = extreme(of.min, of.max);
  return of.isWhole ? range.map(Math.round) : range;
}

function settingsOf(name: keyof typeof tasks): fc.Arbitrary<object> {
  const settings = settingsIn(tasks[name].settings.entries);
  const values = Object.fromEntries(settings.map((setting) => [setting.key, someValue(setting)]));
  return fc.record({ name: fc.constant(name), ...values });
}

const open = (Object.keys(tasks) as (keyof typeof tasks)[]).filter((name) => !('body' in tasks[name]));
const world = fc.record({
  body: fc.oneof(hostilePlan, ...Object.values(bodies).map(strained)),
  task: fc.oneof(...open.map(settingsOf)),
  brain: fc.constantFrom(...Object.keys(brains)).map((name) => ({ name })),
});

/** A genome with weights of a scale up to the largest float, or NaN. */
function hostileGenome({ brain, plan, task, settings }: Setup, scale: number): EpisodeRequest {
  const shape = { observationSize: sensorsIn(task, plan, settings).length, actionSize: actuatorCount(plan) };
  const rng = stream(1, 'hostile');
  const genome = someGenome(brain, { ...shape, controlTimestep: 0.1 }, rng, scale);
  return { genome, seed: 7, statistics: null, record: true };
}

const RUNS = 250;

/** Hash of an ordinary episode with continuous collision. */
function ordinaryHash(): string {
  const here = setupOf(parseExperiment({ task: { name: 'stairs', duration: 2, continuous: true } }));
  return rollout(here, hostileGenome(here, 1)).evaluation.hash;
}

test('an episode ends within its limit in one of three ways, for any body, world and weights', () => {
  const before = ordinaryHash();
  const endings = new Map<string, number>();
  fc.assert(
    fc.property(world, fc.constantFrom(1, 1e6, 3e38, Number.NaN), (some, scale) => {
      let here: Setup;
      try {
        here = setupOf(parseExperiment(some));
      } catch {
        endings.set('refused', (endings.get('refused') ?? 0) + 1);
        return;
      }
      const request = hostileGenome(here, scale);
      // A net that grows refuses some of these weights.
      if ((here.brain.validate?.(request.genome) ?? '') !== '') return;
      const { evaluation, observed, recording } = rollout(here, request);
      const { ending, fitness, steps, metrics, descriptor, hash } = evaluation;
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
      const { settings } = here;
      expect(steps).toBeLessThanOrEqual(Math.round((settings.duration * settings.physicsRate) / settings.controlEvery));
      expect(recording!.frameCount).toBe(steps * settings.controlEvery);
      expect(rollout(here, request).evaluation.hash).toBe(hash);
      expect(Number.isNaN(fitness)).toBe(ending === 'failed');
      if (ending === 'failed') {
        expect([observed.count, metrics.falls]).toEqual([0, 0]);
        return;
      }
      expect(Number.isFinite(fitness) && Number.isFinite(evaluation.return)).toBe(true);
      const { gait, ...measures } = metrics;
      const { name, phaseLags, foreHindLag, ...numbers } = gait;
      const all = [measures, numbers].flatMap((each) => Object.values(each).flat());
      expect(all.every(Number.isFinite) && name in gaits).toBe(true);
      expect(descriptor.every((each) => each >= 0 && each <= 1)).toBe(true);
      expect([...observed.mean, ...observed.squares].every(Number.isFinite)).toBe(true);
    }),
    { seed: 6, numRuns: RUNS },
  );
  // A failed simulation leaves no trace in the physics engine.
  expect(ordinaryHash()).toBe(before);
  // All kinds of endings must have been tried.
  for (const ending of ['terminated', 'truncated', 'failed']) expect(endings.get(ending)).toBeGreaterThan(RUNS / 20);
  expect(endings.get('refused') ?? 0).toBeLessThan(RUNS / 3);
}, 120_000);
