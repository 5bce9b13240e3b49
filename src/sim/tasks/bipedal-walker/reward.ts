import { effort, forwardProgress } from '../../reward.ts';
import type { SimState } from '../../sim-state.ts';
import type { RewardFunction } from '../../task.ts';
import { SCALE } from './course.ts';

// Gymnasium's BipedalWalker: points per metre of progress, per radian of lean, and per full use of a joint.
const PROGRESS = 130 / SCALE;
const POSTURE_COST = 5;
const EFFORT_COST = 0.00035 * 80;
/** Gymnasium's reward of the step that ends in a fall. */
export const FALL = -100;

/** Whether the hull has touched the ground or left the course to the left. */
function hasFallen({ physics }: SimState): boolean {
  return physics.hasTouched(0) || physics.x(0) < 0;
}

/** Points gained since the last call by progress and posture, minus the cost of effort. The first call gains nothing. */
function gain(postureCost: number, energyCost: number) {
  let potential = Number.NaN;
  return (state: SimState, metres: number): number => {
    const previous = potential;
    potential = PROGRESS * metres - postureCost * Math.abs(state.physics.angle(0));
    return (Number.isNaN(previous) ? 0 : potential - previous) - energyCost * effort(state);
  };
}

/** Costs in training, points: per radian of lean, per full use of a joint, and of a fall. */
export interface WalkerCosts {
  postureCost: number;
  energyCost: number;
  fallCost: number;
}

/**
 * Two rewards. Training uses the progress of hull and feet with costs of its own, by default without a penalty for a
 * fall, which ends the episode. The published reward is Gymnasium's: progress of the hull, and -100 for the step of a
 * fall.
 */
export function walkerReward({ postureCost, energyCost, fallCost }: WalkerCosts): RewardFunction {
  const trained = gain(postureCost, energyCost);
  const published = gain(POSTURE_COST, EFFORT_COST);
  const progress = forwardProgress();
  return {
    reset(state) {
      trained(state, progress(state));
      published(state, state.physics.x(0));
    },
    progress,
    reward: (state, metres) => trained(state, metres) - (hasFallen(state) ? fallCost : 0),
    terminated: hasFallen,
    published(state) {
      const reward = published(state, state.physics.x(0));
      return hasFallen(state) ? FALL : reward;
    },
  };
}
