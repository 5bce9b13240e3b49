import * as v from 'valibot';
import { bipedalWalker as body } from '../../../creature/bodies/bipedal-walker.ts';
import { createEnvironment } from '../../environment.ts';
import type { Task } from '../../task.ts';
import { courseOf } from './ground.ts';
import { bipedalWalker, bipedalWalkerHardcore } from './tasks.ts';

const finite = v.pipe(v.number(), v.finite());
const height = v.pipe(finite, v.minValue(-1000), v.maxValue(1000));
const place = v.pipe(finite, v.minValue(-1000), v.maxValue(10000));

/** A course and actions from elsewhere: an episode to be lived again, open loop. Other keys are left alone. */
export const givenSchema = v.object({
  /** Whose limit of steps holds; left out, the usual course's. */
  hardcore: v.optional(v.boolean()),
  /** Force on the hull's centre before the first step, N. */
  initForceX: v.optional(v.pipe(finite, v.minValue(-1000), v.maxValue(1000)), 0),
  /** Heights of the ground's corners, 14/30 m apart. */
  terrain_y: v.pipe(v.array(height), v.minLength(2), v.maxLength(10000)),
  /** Rocks by their corners, in the order in which they are made. */
  terrainPolys: v.optional(
    v.pipe(v.array(v.pipe(v.array(v.strictTuple([place, height])), v.minLength(3), v.maxLength(8))), v.maxLength(1000)),
    [],
  ),
  /** Hip and knee of the first leg, then of the second. Beyond [-1, 1] is as much as 1. */
  actions: v.pipe(v.array(v.strictTuple([finite, finite, finite, finite])), v.maxLength(100000)),
});

export type Given = v.InferOutput<typeof givenSchema>;

/** An episode step by step; `bodies` has x, y (m), angle (rad), vx, vy (m/s), omega (rad/s) of hull and legs in turn. */
export interface Episode {
  obs0: number[];
  bodies0: number[];
  obs: number[][];
  reward: number[];
  done: boolean[];
  bodies: number[][];
}

/** Lives an episode as Gymnasium does: until it ends or the actions do. Rewards are the published ones. */
export function liveGiven({ hardcore = false, initForceX, terrain_y, terrainPolys, actions }: Given): Episode {
  const usual = hardcore ? bipedalWalkerHardcore : bipedalWalker;
  const task: Task = {
    ...usual,
    terrain: () => courseOf(terrain_y, terrainPolys),
    enter(physics) {
      physics.force(0, initForceX, 0);
      physics.drive(new Float64Array(physics.plan.joints.length));
      physics.step();
    },
  };
  const chosen = v.parse(usual.settings, {});
  const settings = usual.life?.({ ...chosen, stagnation: chosen.duration });
  if (settings === undefined) throw new Error('unreachable: the task says its life');
  const environment = createEnvironment(body, task, settings);
  const bodies = () => {
    const { physics } = environment.situation();
    return body.parts.flatMap((_, i) => [
      ...[physics.x(i), physics.y(i), physics.angle(i)],
      ...[physics.vx(i), physics.vy(i), physics.omega(i)],
    ]);
  };
  const obs0 = Array.from(environment.reset(0).observation);
  const episode: Episode = { obs0, bodies0: bodies(), obs: [], reward: [], done: [], bodies: [] };
  for (const action of actions) {
    const { observation, published, terminated, truncated } = environment.step(Float64Array.from(action));
    episode.obs.push(Array.from(observation));
    episode.reward.push(published);
    episode.done.push(terminated || truncated);
    episode.bodies.push(bodies());
    if (terminated || truncated) break;
  }
  return episode;
}
