import { mean } from '../../math/stats.ts';
import { type Evidence, FLIGHT, WALKING } from './evidence.ts';
import type { GaitName } from './names.ts';
import { apart } from './phase.ts';

/** From this share of passing landings on, feet pass each other; below the second, one of them always leads. */
const PASSES = 0.8;
const LEADS = 0.6;
const ALTERNATES = 0.8;
/** Feet that land within this share of a stride land together. */
const TOGETHER = 0.1;
/** Both feet down for longer than this, sliding more than half a metre a metre: no foot is lifted clear. */
const BOTH_DOWN = 0.6;
const SLIDES = 0.5;
/** A foot with fewer footfalls than this share of the other's takes no part in the stepping. */
const TAKES_PART = 1 / 3;

/**
 * Gaits of two legs. Walking and running differ by duty factor and flight (Alexander 1989); skipping is a gallop on two
 * legs, in which the same foot leads in each stride (Minetti 1998), so that only every other landing passes.
 */
export function twoLegs(evidence: Evidence): GaitName {
  const { passing, alternation, flight, doubleSupport, slip, dutyFactors, counts } = evidence;
  if (doubleSupport > BOTH_DOWN && slip > SLIDES) return 'shuffle';
  const idle = counts[0]! < counts[1]! ? 0 : 1;
  if (counts[idle]! < TAKES_PART * counts[1 - idle]!) return dutyFactors[idle]! >= WALKING ? 'drag' : 'hop';
  const lag = evidence.lag(0, 1);
  if (lag !== undefined && apart(lag, 0) <= TOGETHER && flight > FLIGHT) return 'hop';
  if (alternation < ALTERNATES) return 'stumble';
  if (passing >= PASSES) {
    const duty = mean(dutyFactors);
    if (flight <= FLIGHT && duty >= WALKING) return 'walk';
    return flight > FLIGHT && duty < WALKING ? 'run' : 'jog';
  }
  if (passing >= LEADS) return 'stumble';
  return flight > FLIGHT ? 'skip' : 'limp';
}
