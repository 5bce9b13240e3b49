import { effort, progressOf } from '../../reward.ts';
import type { SimState } from '../../sim-state.ts';
import type { RewardFunction } from '../../task.ts';
import { SCALE } from './course.ts';

/** What a step is worth by BipedalWalker's own rules, a fall left out: progress and posture gained, less effort. */
const PROGRESS = 130 / SCALE;
const POSTURE = 5;
const EFFORT = 0.00035 * 80;
/** What the step of a fall is worth, whatever else it did. */
export const FALL = -100;

function fallen({ physics }: SimState): boolean {
  return physics.hasTouched(0) || physics.x(0) < 0;
}

/** Progress, posture and effort at these prices. The moment of the first look is what gains are counted from. */
function gain(postureCost: number, energyCost: number) {
  let potential = Number.NaN;
  return (situation: SimState, metres: number): number => {
    const before = potential;
    potential = PROGRESS * metres - postureCost * Math.abs(situation.physics.angle(0));
    return (Number.isNaN(before) ? 0 : potential - before) - energyCost * effort(situation);
  };
}

/** What training charges, points: for each radian of lean, full use of a joint, and fall. */
export interface Prices {
  postureCost: number;
  energyCost: number;
  fallCost: number;
}

/**
 * Two ledgers. The reward that is trained on counts the way made good by hull and feet, has prices of its own and, as long
 * as they say nothing else, no fine for a fall, which just ends the life; the published one is Gymnasium's: the hull's
 * place, and -100 in the step of a fall.
 */
export function walkerReward({ postureCost, energyCost, fallCost }: Prices): RewardFunction {
  const trained = gain(postureCost, energyCost);
  const published = gain(POSTURE, EFFORT);
  const progress = progressOf();
  return {
    begin(situation) {
      trained(situation, progress(situation));
      published(situation, situation.physics.x(0));
    },
    progress,
    reward: (situation, metres) => trained(situation, metres) - (fallen(situation) ? fallCost : 0),
    fallen,
    published(situation) {
      const reward = published(situation, situation.physics.x(0));
      return fallen(situation) ? FALL : reward;
    },
  };
}
