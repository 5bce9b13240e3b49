import { type Part, withRole } from '../creature/body-plan.ts';
import type { SimState } from './sim-state.ts';
import type { EpisodeSettings, RewardFunction } from './task.ts';
import { heightAt, startX } from './terrain.ts';

/** Whether a torso touches the ground or the creature dropped out of the world: its root a metre under the ground. */
export function hasFallen({ physics, terrain }: SimState): boolean {
  const { parts } = physics.plan;
  for (let i = 0; i < parts.length; i++) {
    if ((parts[i] as Part).role === 'torso' && physics.touches(i)) return true;
  }
  return physics.y(0) < heightAt(terrain, physics.x(0)) - 1;
}

/** Full uses of a joint in the step: the sum of the shares of their torque that joints used, each at most 1. */
export function effort({ effort: shares }: SimState): number {
  let sum = 0;
  for (let j = 0; j < shares.length; j++) sum += Math.min(Math.abs(shares[j] as number), 1);
  return sum;
}

/**
 * Reward by progress and care: metres gained, less the effort of the step, less what the root leans more than before.
 * No reward for being alive and no fine for a fall, both of which teach a creature not to try (Pagliuca, Milano & Nolfi
 * 2020); a fall just ends the life.
 */
export function progressReward(
  { energyCost, postureCost }: EpisodeSettings,
  progress: (situation: SimState) => number,
): RewardFunction {
  let potential = 0;
  return {
    progress,
    reward(situation, metres) {
      const { physics } = situation;
      const lean = physics.angle(0) - (physics.plan.parts[0] as Part).angle;
      const before = potential;
      potential = metres - postureCost * Math.abs(lean);
      return potential - before - energyCost * effort(situation);
    },
    fallen: hasFallen,
  };
}

/**
 * Metres of way made good: the mean of how far the root is and how far each foot has stood at its farthest, all against
 * the start. Only what feet have stepped on counts in full, so a creature that throws itself forward and falls has won
 * little, and one that puts a foot ahead has won something at once. Who has no feet is measured by the root alone.
 */
export function progressOf(): (situation: SimState) => number {
  let feet: number[] | undefined;
  let holds: number[] = [];
  return ({ physics, terrain, startX: from }) => {
    const { parts } = physics.plan;
    if (feet === undefined) {
      feet = withRole(physics.plan, 'foot');
      holds = feet.map(() => 0);
    }
    const origin = startX(terrain);
    let sum = physics.x(0) - from;
    for (let f = 0; f < feet.length; f++) {
      const foot = feet[f] as number;
      const hold = physics.touches(foot) ? physics.x(foot) - origin - (parts[foot] as Part).position[0] : 0;
      holds[f] = Math.max(holds[f] as number, hold);
      sum += holds[f] as number;
    }
    return sum / (feet.length + 1);
  };
}
