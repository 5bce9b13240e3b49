import type { Part } from '../../creature/body-plan.ts';
import { effort, hasFallen, progressOf } from '../reward.ts';
import type { SimState } from '../sim-state.ts';
import type { EpisodeSettings, RewardFunction } from '../task.ts';
import { type EpisodeGait, episodeGait } from './quality.ts';
import { createStepping, type Stepping } from './stepping.ts';

/** What progress is made of: metres of the root, and of passing steps. */
const ROOT = 0.3;
const STEPS = 1 - ROOT;

/** Settings that a gait is rewarded by, beside those of every episode. */
export interface GaitRewardSettings extends EpisodeSettings {
  /** Froude number up to which speed counts. */
  froude: number;
  /** Share of L that a step has to be long. */
  stepLength: number;
}

/**
 * Reward for getting on by a gait: metres of the root, up to a speed, and of steps that pass the other foot, less what the body
 * leans. At the end of the episode the sum of that is multiplied by how much of the gait it was, with a weight that rises in
 * training: first it learns to get on, then to do so well. A sum below zero stays what it is.
 */
export function gaitReward(settings: GaitRewardSettings, qualityOf: (gait: EpisodeGait) => number): RewardFunction {
  const { gravity, physicsRate, controlEvery, postureCost, energyCost, froude, stepLength, gaitWeight = 1 } = settings;
  const controlTimestep = controlEvery / physicsRate;
  const progress = progressOf();
  let stepping: Stepping;
  let topSpeed = 0;
  let lastX = 0;
  let rootMetres = 0;
  let potential = 0;
  let sum = 0;

  function metresAt({ physics, gait, time }: SimState): number {
    stepping.look();
    rootMetres += Math.min(physics.x(0) - lastX, topSpeed * controlTimestep);
    lastX = physics.x(0);
    if (gait.anatomy.legs.length === 0) return rootMetres;
    return ROOT * rootMetres + STEPS * Math.min(stepping.farthest, topSpeed * time);
  }

  return {
    begin({ physics, gait }) {
      stepping = createStepping(gait.anatomy, gait.track, controlTimestep, stepLength);
      topSpeed = Math.sqrt(froude * gravity * gait.anatomy.legLength);
      lastX = physics.x(0);
    },
    progress,
    reward(situation) {
      const { physics } = situation;
      const lean = physics.angle(0) - (physics.plan.parts[0] as Part).angle;
      const before = potential;
      potential = metresAt(situation) - postureCost * Math.abs(lean);
      const reward = potential - before - energyCost * effort(situation);
      sum += reward;
      return reward;
    },
    fallen: hasFallen,
    finish({ physics, gait, startX }) {
      if (sum <= 0) return 0;
      const quality = qualityOf(episodeGait(gait, gravity, physics.x(0) - startX, stepping.steps));
      return gaitWeight * (quality - 1) * sum;
    },
  };
}
