import * as v from 'valibot';
import { bipedalWalker as body } from '../src/creature/bodies/bipedal-walker.ts';
import { seedOf, stream } from '../src/math/rng.ts';
import { createPhysics } from '../src/sim/create-physics.ts';
import { createTaskEnvironment } from '../src/sim/environment.ts';
import type { PhysicsEngine } from '../src/sim/physics.ts';
import { bipedalWalker } from '../src/sim/tasks/bipedal-walker/tasks.ts';
import type { Timing } from './loops.ts';

const EPISODES = 40;
const seconds = () => performance.now() / 1000;
const taskSettings = v.parse(bipedalWalker.settings, {});
const settings = episodeSettings(bipedalWalker);

/** A task's settings of an episode, without the end for standing still. */
function episodeSettings(task: typeof bipedalWalker) {
  const chosen = v.parse(task.settings, {});
  const found = task.episodeSettings?.({ ...chosen, stagnation: chosen.duration });
  if (found === undefined) throw new Error('the task has no episode settings');
  return found;
}

/** Random uniform actions of 4 joints, the same for both loops. */
function actionsOf(seed: number): () => Float64Array {
  const rng = stream(seed, 'actions');
  const action = new Float64Array(4);
  return () => {
    for (let j = 0; j < 4; j++) action[j] = 2 * rng.next() - 1;
    return action;
  };
}

/** Whole episodes of BipedalWalker with random actions: resets, observations with lidar, rewards. */
export function gymLoop(engine?: PhysicsEngine, task = bipedalWalker): Timing & { lengths: number[] } {
  const environment = createTaskEnvironment(body, task, { ...episodeSettings(task), ...(engine && { engine }) });
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

/** The same episodes by physics steps alone, with the same actions; creating the worlds is not timed. */
export function gymBareLoop(lengths: readonly number[], engine?: PhysicsEngine): Timing {
  const sample = { steps: 0, seconds: 0 };
  for (const [episode, length] of lengths.entries()) {
    const seed = seedOf(1, 'gym', episode);
    const act = actionsOf(seed);
    const physics = createPhysics(body, bipedalWalker.terrain(taskSettings, stream(seed, 'terrain')), {
      ...settings,
      ...(engine && { engine }),
    });
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
