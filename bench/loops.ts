import { seedOf, stream } from '../src/math/rng.ts';
import { livesOf, type Replay } from '../src/run/replay.ts';
import { setupOf } from '../src/run/setup.ts';
import { createPhysics } from '../src/sim/physics.ts';
import { rollout } from '../src/sim/rollout.ts';

/** What was simulated and how long it took. */
export interface Sample {
  steps: number;
  seconds: number;
}

const LIVES = 24;
const seconds = () => performance.now() / 1000;

/** The walker on other ground each time. */
function requests(replay: Replay) {
  const seeds = Array.from({ length: LIVES }, (_, i) => seedOf(1, 'bench', i));
  return livesOf(replay, seeds);
}

/** Whole lives by `rollout`: a new world, sensing, thinking, judging, measuring, hashing. */
export function rolloutLoop(replay: Replay): Sample {
  const { experiment, requests: lives } = requests(replay);
  const setup = setupOf(experiment);
  const started = seconds();
  let steps = 0;
  for (const life of lives) steps += rollout(setup, life).evaluation.steps * setup.settings.controlEvery;
  return { steps, seconds: seconds() - started };
}

/** The same lives as planck alone lives them: `world.step` with the recorded actions set, in worlds made beforehand. */
export function bareLoop(replay: Replay): Sample {
  const { experiment, requests: lives } = requests(replay);
  const setup = setupOf(experiment);
  const { plan, task, settings } = setup;
  const sample = { steps: 0, seconds: 0 };
  for (const life of lives) {
    const { actions, frameCount } = rollout(setup, { ...life, record: true }).recording ?? {
      actions: [],
      frameCount: 0,
    };
    const physics = createPhysics(plan, task.terrain(settings, stream(life.seed, 'terrain')), settings);
    physics.push(settings.startPush * (2 * stream(life.seed, 'start').next() - 1), 0);
    const count = plan.joints.length;
    const orders = Array.from({ length: frameCount }, (_, i) =>
      Float64Array.from({ length: count }, (_, j) => actions[i * count + j] as number),
    );
    const started = seconds();
    for (let i = 0; i < frameCount; i++) {
      if (i % settings.controlEvery === 0) physics.drive(orders[i] as Float64Array);
      physics.step();
    }
    sample.seconds += seconds() - started;
    sample.steps += frameCount;
  }
  return sample;
}
