import * as v from 'valibot';
import { bipedalWalker as body } from '../../../creature/bodies/bipedal-walker.ts';
import { polygonFault } from '../../../creature/polygon.ts';
import { createTaskEnvironment } from '../../environment.ts';
import type { PhysicsEngine } from '../../physics.ts';
import type { Task } from '../../task.ts';
import { courseTerrain } from './ground.ts';
import { bipedalWalker, bipedalWalkerHardcore } from './tasks.ts';

const finite = v.pipe(v.number(), v.finite());
const height = v.pipe(finite, v.minValue(-1000), v.maxValue(1000));
const place = v.pipe(finite, v.minValue(-1000), v.maxValue(10000));

const rock = v.pipe(
  v.array(v.strictTuple([place, height])),
  v.minLength(3),
  v.maxLength(8),
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed && !dataset.issues ? polygonFault(dataset.value, true) : '';
    if (message !== '') addIssue({ message });
  }),
);

/** A course and a sequence of actions from another program. Other keys are ignored. */
export const givenSchema = v.object({
  /** Whether the hardcore course's step limit applies; by default the usual course's. */
  hardcore: v.optional(v.boolean()),
  /** Force on the hull's centre in the physics step before the first action, N. */
  initForceX: v.optional(v.pipe(finite, v.minValue(-1000), v.maxValue(1000)), 0),
  /** Heights of the ground's corners, which are 14/30 m apart, metres. */
  terrain_y: v.pipe(v.array(height), v.minLength(2), v.maxLength(10000)),
  /** Convex rocks by their corners, either way round, metres. They are created in this order. */
  terrainPolys: v.optional(v.pipe(v.array(rock), v.maxLength(1000)), []),
  /** Hip and knee of the first leg, then of the second. Values are clamped to [-1, 1]. */
  actions: v.pipe(v.array(v.strictTuple([finite, finite, finite, finite])), v.maxLength(100000)),
});

export type Given = v.InferOutput<typeof givenSchema>;

/** An episode step by step; `bodies` has x, y (m), angle (rad), vx, vy (m/s), omega (rad/s) of the hull and each leg part. */
export interface OpenLoopEpisode {
  obs0: number[];
  bodies0: number[];
  obs: number[][];
  reward: number[];
  done: boolean[];
  bodies: number[][];
}

/** Applies the given actions one by one, until they or the episode end. Rewards are Gymnasium's. */
export function rolloutGiven(
  { hardcore = false, initForceX, terrain_y, terrainPolys, actions }: Given,
  engine: PhysicsEngine = 'flat',
): OpenLoopEpisode {
  const walker = hardcore ? bipedalWalkerHardcore : bipedalWalker;
  const task: Task = {
    ...walker,
    terrain: () => courseTerrain(terrain_y, terrainPolys),
    initialise(physics) {
      physics.force(0, initForceX, 0);
      physics.drive(new Float64Array(physics.plan.joints.length));
      physics.step();
    },
  };
  const defaults = v.parse(walker.settings, {});
  const settings = walker.episodeSettings?.({ ...defaults, stagnation: defaults.duration });
  if (settings === undefined) throw new Error('unreachable: the walker tasks have episode settings');
  const environment = createTaskEnvironment(body, task, { ...settings, engine });
  const bodies = () => {
    const { physics } = environment.state();
    return body.parts.flatMap((_, i) => [
      ...[physics.x(i), physics.y(i), physics.angle(i)],
      ...[physics.vx(i), physics.vy(i), physics.omega(i)],
    ]);
  };
  const obs0 = Array.from(environment.reset(0).observation);
  const episode: OpenLoopEpisode = { obs0, bodies0: bodies(), obs: [], reward: [], done: [], bodies: [] };
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
