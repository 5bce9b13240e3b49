import { feetOf } from './feet.ts';
import type { SimState } from './sim-state.ts';
import type { RewardFunction } from './task.ts';
import { heightAt, startX } from './terrain.ts';

/** Whether a torso touches the ground, or the root is a metre below it: the creature has left the world. */
export function hasFallen({ physics, terrain }: SimState): boolean {
  const { parts } = physics.plan;
  for (let i = 0; i < parts.length; i++) {
    if (parts[i]!.role === 'torso' && physics.touches(i)) return true;
  }
  return physics.y(0) < heightAt(terrain, physics.x(0)) - 1;
}

/** Sum of the shares of their full torque that the motors used in this step, each at most 1. */
export function effort({ effort: shares }: SimState): number {
  let sum = 0;
  for (let j = 0; j < shares.length; j++) sum += Math.min(Math.abs(shares[j]!), 1);
  return sum;
}

/**
 * Reward of a step: progress in metres, minus the cost of effort, minus the cost of leaning more than before. Without a
 * reward for survival and without a penalty for a fall, both of which reward standing still (Pagliuca, Milano & Nolfi
 * 2020); a fall ends the episode and so the rewards.
 */
export function progressReward(
  progress: (state: SimState) => number,
  { energyCost, postureCost }: { energyCost: number; postureCost: number },
): Pick<RewardFunction, 'progress' | 'reward'> {
  let potential = 0;
  return {
    progress,
    reward(state, metres) {
      const { physics } = state;
      const lean = physics.angle(0) - physics.plan.parts[0]!.angle;
      const previous = potential;
      potential = metres - postureCost * Math.abs(lean);
      return potential - previous - energyCost * effort(state);
    },
  };
}

/**
 * Forward progress, metres: the mean of the root's distance from the start and of the farthest foothold of each foot.
 * A creature that throws itself forward and falls gains little, since its feet have not followed; one that puts a foot
 * forward gains at once. Without feet it is the root's distance.
 */
export function forwardProgress(): (state: SimState) => number {
  let feet: Int32Array | undefined;
  let footholds = new Float64Array();
  return ({ physics, terrain, startX: rootStart }) => {
    const { parts } = physics.plan;
    if (feet === undefined) {
      feet = feetOf(physics.plan);
      footholds = new Float64Array(feet.length);
    }
    const origin = startX(terrain);
    let sum = physics.x(0) - rootStart;
    for (let f = 0; f < feet.length; f++) {
      const foot = feet[f]!;
      const foothold = physics.touches(foot) ? physics.x(foot) - origin - parts[foot]!.position[0] : 0;
      footholds[f] = Math.max(footholds[f]!, foothold);
      sum += footholds[f]!;
    }
    return sum / (feet.length + 1);
  };
}
