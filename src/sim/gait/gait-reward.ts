import type { LegPair } from '../../creature/legs.ts';
import { effort, forwardProgress, hasFallen } from '../reward.ts';
import type { SimState } from '../sim-state.ts';
import type { EpisodeSettings, RewardFunction } from '../task.ts';
import type { Gait } from './gait.ts';
import { type EpisodeGait, episodeGait, type GaitWeights } from './quality.ts';
import { createStepping, type Stepping } from './stepping.ts';

/** Weights of the two parts of progress: metres of the root, and of passing steps. */
const ROOT = 0.3;
const STEPS = 1 - ROOT;

/** Settings of the reward, beside those of every episode. */
export interface GaitRewardSettings extends EpisodeSettings, GaitWeights {
  /** Froude number up to which speed counts. */
  froude: number;
  /** Share of L that a step has to be long. */
  stepLength: number;
  /** Share of the reward that only a clear gait gets, in tests of champions. */
  testStrictness: number;
}

/**
 * Reward for moving forward by a gait: metres of the root, up to a top speed, and of passing steps, minus a cost of leaning. At
 * the end of the episode the sum is multiplied by the quality of the gait, a number in [0, 1], with a weight that rises in
 * training: a body first learns to move forward, then by which gait. A negative sum is not changed.
 */
export function gaitReward(
  settings: GaitRewardSettings,
  qualityOf: (gait: EpisodeGait, weights: GaitWeights) => number,
  clarityOf: (gait: Gait, pairs: readonly LegPair[]) => number,
): RewardFunction {
  const {
    gravity,
    physicsRate,
    controlEvery,
    postureCost,
    energyCost,
    froude,
    stepLength,
    testStrictness,
    gaitWeight = 1,
  } = settings;
  const controlTimestep = controlEvery / physicsRate;
  // Only training has a weight of the gait.
  const strictness = settings.gaitWeight === undefined ? testStrictness : 0;
  const progress = forwardProgress();
  let stepping: Stepping;
  let topSpeed = 0;
  let lastX = 0;
  let rootMetres = 0;
  let potential = 0;
  let sum = 0;

  function metresAt({ physics, gait, time }: SimState): number {
    stepping.observe();
    rootMetres += Math.min(physics.x(0) - lastX, topSpeed * controlTimestep);
    lastX = physics.x(0);
    if (gait.anatomy.legs.length === 0) return rootMetres;
    return ROOT * rootMetres + STEPS * Math.min(stepping.farthest, topSpeed * time);
  }

  return {
    reset({ physics, gait }) {
      stepping = createStepping(gait.anatomy, gait.track, controlTimestep, stepLength);
      topSpeed = Math.sqrt(froude * gravity * gait.anatomy.legLength);
      lastX = physics.x(0);
    },
    progress,
    reward(state) {
      const { physics } = state;
      const lean = physics.angle(0) - physics.plan.parts[0]!.angle;
      const before = potential;
      potential = metresAt(state) - postureCost * Math.abs(lean);
      const reward = potential - before - energyCost * effort(state);
      sum += reward;
      return reward;
    },
    terminated: hasFallen,
    finalReward({ physics, gait, startX }) {
      if (sum <= 0) return 0;
      const distance = physics.x(0) - startX;
      const ending = { distance, hasFallen: false, gravity };
      const doubt = strictness > 0 ? 1 - clarityOf(gait.read(ending), gait.anatomy.pairs) : 0;
      const quality = qualityOf(episodeGait(gait, gravity, distance, stepping.steps), settings);
      return gaitWeight * (quality * (1 - strictness * doubt) - 1) * sum;
    },
  };
}
