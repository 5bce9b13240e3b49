import * as v from 'valibot';
import { bipedalWalker as body } from '../src/creature/bodies/bipedal-walker.ts';
import { seedOf, stream } from '../src/math/rng.ts';
import { createTaskEnvironment } from '../src/sim/environment.ts';
import { createPhysics } from '../src/sim/physics.ts';
import { bipedalWalker } from '../src/sim/tasks/bipedal-walker/tasks.ts';
import type { Sample } from './loops.ts';

const EPISODES = 40;
const seconds = () => performance.now() / 1000;
const chosen = v.parse(bipedalWalker.settings, {});
const settings = bipedalWalker.episodeSettings?.({ ...chosen, stagnation: chosen.duration });
if (settings === undefined) throw new Error('the task says its life');

/** Uniform actions, the same for both loops: 4 a step. */
function actionsOf(seed: number): () => Float64Array {
  const rng = stream(seed, 'actions');
  const action = new Float64Array(4);
  return () => {
    for (let j = 0; j < 4; j++) action[j] = 2 * rng.next() - 1;
    return action;
  };
}

/** Whole episodes of BipedalWalker under random actions: resets, observations with lidar, rewards. */
export function gymLoop(): Sample & { lengths: number[] } {
  const environment = createTaskEnvironment(body, bipedalWalker, settings as NonNullable<typeof settings>);
  const lengths: number[] = [];
  const started = seconds();
  for (let episode = 0; episode < EPISODES; episode++) {
    const seed = seedOf(1, 'gym', episode);
    const act = actionsOf(seed);
    environment.reset(seed);
    let steps = 0;
    for (let over = false; !over; steps++) {
      const { terminated, truncated } = environment.step(act());
      over = terminated || truncated;
    }
    environment.state().physics.release();
    lengths.push(steps);
  }
  return { steps: lengths.reduce((a, b) => a + b, 0), seconds: seconds() - started, lengths };
}

/** The same episodes as planck alone lives them: `world.step` under the same actions, in worlds made beforehand. */
export function gymBareLoop(lengths: readonly number[]): Sample {
  const sample = { steps: 0, seconds: 0 };
  for (const [episode, length] of lengths.entries()) {
    const seed = seedOf(1, 'gym', episode);
    const act = actionsOf(seed);
    const life = settings as NonNullable<typeof settings>;
    const physics = createPhysics(body, bipedalWalker.terrain(chosen, stream(seed, 'terrain')), life);
    bipedalWalker.initialise?.(physics, stream(seed, 'start'));
    const started = seconds();
    for (let i = 0; i < length; i++) {
      physics.drive(act());
      physics.step();
    }
    sample.seconds += seconds() - started;
    sample.steps += length;
    physics.release();
  }
  return sample;
}
