import { expect, test } from 'vitest';
import { parseExperiment } from '../../src/run/experiment.ts';
import { setupOf } from '../../src/run/setup.ts';
import { createPushedEpisode, type OutsideForce } from '../../src/sim/pushed-episode.ts';
import { rollout } from '../../src/sim/rollout.ts';

const setup = setupOf(parseExperiment({ task: { name: 'walk', duration: 2 } }));
const genome = Float32Array.from({ length: setup.brain.parameterCount }, (_, i) => Math.sin(7 * i));
const request = { genome, seed: 3, statistics: null, record: true };

const posesOf = (seconds: number, forceAt?: (step: number) => OutsideForce | undefined) => {
  const episode = createPushedEpisode(setup, request);
  episode.advance(seconds, forceAt && ((_, step) => forceAt(step)));
  const { poses, frameCount, plan } = episode.recording;
  episode.release();
  return { poses: poses.slice(0, 3 * plan.parts.length * frameCount), forces: episode.forces, isDown: episode.isDown };
};

test('until it is pushed, it is the episode itself, to the last bit', () => {
  const { recording } = rollout(setup, request);
  const seconds = ((recording?.frameCount ?? 0) - 1) * (recording?.frameTimestep ?? 0);
  expect(seconds).toBeGreaterThan(0.3);
  const { poses } = posesOf(seconds);
  expect(poses.slice(0, recording?.poses.length)).toEqual(recording?.poses);
});

test('the same forces at the same steps give the same bits, and other forces others', () => {
  const shove = (size: number) => (step: number) => (step >= 6 && step < 12 ? { part: 0, fx: size, fy: 0 } : undefined);
  const first = posesOf(1, shove(-300));
  expect(first.forces.map(({ step }) => step)).toEqual([6, 7, 8, 9, 10, 11]);
  const again = posesOf(1, (step) => first.forces.find((each) => each.step === step));
  expect(again.poses).toEqual(first.poses);
  const [pushed, plain] = [first.poses, posesOf(1).poses];
  expect(pushed).not.toEqual(plain);
  expect(pushed.at(-3)).toBeLessThan(plain.at(-3)!);
});

test('it can be lifted, and goes on after a fall', () => {
  const { mass } = createPushedEpisode(setup, request).state.physics;
  const lifted = posesOf(1, () => ({ part: 0, fx: 0, fy: 20 * mass }));
  expect(lifted.poses.at(-3 * setup.plan.parts.length + 1)).toBeGreaterThan(2);
  const down = posesOf(4, (step) => (step < 60 ? { part: 0, fx: -30 * mass, fy: 0 } : undefined));
  expect(down.isDown).toBe(true);
  expect(down.poses.length).toBeGreaterThan(3 * setup.plan.parts.length * 4 * 50);
});
