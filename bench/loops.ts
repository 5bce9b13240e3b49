import { actuatorCount } from '../src/creature/muscle.ts';
import { seedOf, stream } from '../src/math/rng.ts';
import { type Replay, testBatch } from '../src/run/replay.ts';
import { setupOf } from '../src/run/setup.ts';
import { createPhysics } from '../src/sim/create-physics.ts';
import type { PhysicsEngine } from '../src/sim/physics.ts';
import { rollout } from '../src/sim/rollout.ts';

/** Simulated steps and the time they took. */
export interface Timing {
  steps: number;
  seconds: number;
}

const EPISODES = 24;
const seconds = () => performance.now() / 1000;

/** Episodes of the walker, each on another terrain. */
function requests(replay: Replay) {
  const seeds = Array.from({ length: EPISODES }, (_, i) => seedOf(1, 'bench', i));
  return testBatch(replay, seeds);
}

/** Whole episodes by `rollout`: world creation, observations, policy, rewards, metrics, hashes. */
export function rolloutLoop(replay: Replay, engine?: PhysicsEngine): Timing {
  const { experiment, requests: episodes } = requests(replay);
  const setup = setupOf(experiment);
  if (engine !== undefined) setup.settings = { ...setup.settings, engine };
  const started = seconds();
  let steps = 0;
  for (const episode of episodes) steps += rollout(setup, episode).evaluation.steps * setup.settings.controlEvery;
  return { steps, seconds: seconds() - started };
}

/** The same episodes by physics steps alone, with the recorded actions; creating the worlds is not timed. */
export function bareLoop(replay: Replay): Timing {
  const { experiment, requests: episodes } = requests(replay);
  const setup = setupOf(experiment);
  const { plan, task, settings } = setup;
  const sample = { steps: 0, seconds: 0 };
  for (const episode of episodes) {
    const { actions, frameCount } = rollout(setup, { ...episode, record: true }).recording ?? {
      actions: [],
      frameCount: 0,
    };
    const physics = createPhysics(plan, task.terrain(settings, stream(episode.seed, 'terrain')), settings);
    physics.push(settings.startPush * (2 * stream(episode.seed, 'start').next() - 1), 0);
    const count = actuatorCount(plan);
    const stepActions = Array.from({ length: frameCount }, (_, i) =>
      Float64Array.from({ length: count }, (_, j) => actions[i * count + j]!),
    );
    const started = seconds();
    for (let i = 0; i < frameCount; i++) {
      if (i % settings.controlEvery === 0) physics.drive(stepActions[i]!);
      physics.step();
    }
    sample.seconds += seconds() - started;
    sample.steps += frameCount;
  }
  return sample;
}
