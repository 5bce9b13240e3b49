import type { LegPair } from '../../creature/legs.ts';
import { mean } from '../../math/stats.ts';
import { type Evidence, WALKING } from './evidence.ts';
import type { GaitName } from './names.ts';
import { apart, meanPhase } from './phase.ts';

/** A gait is symmetrical when the feet of a pair are evenly spaced, within this share of a stride (Hildebrand 1966). */
const EVENLY = 0.1;
/** Half the width of Hildebrand's bands for pace and trot: he cut the circle of fore-hind lags into eight. */
const HALF_BAND = 1 / 16;
/** Feet of a pair that land within this share of a stride land together (bounds, Hildebrand 1977). */
const TOGETHER = 0.1;

/** Share of the stride by which each fore foot follows the hind foot of its own side; undefined where it is not steady. */
export function foreHindLag({ pairs, lag }: Pick<Evidence, 'pairs' | 'lag'>): number | undefined {
  const [fore, hind] = pairs;
  if (pairs.length !== 2 || fore === undefined || hind === undefined) return undefined;
  const [left, right] = [lag(hind.left, fore.left), lag(hind.right, fore.right)];
  return left === undefined || right === undefined ? undefined : meanPhase([left, right]);
}

/** Symmetrical gaits by fore-hind lag and duty factor: the plane of Hildebrand (1965, 1989). */
function symmetrical(lag: number, isWalking: boolean): GaitName {
  if (apart(lag, 0) <= HALF_BAND) return isWalking ? 'walking pace' : 'pace';
  if (apart(lag, 0.5) <= HALF_BAND) return isWalking ? 'walking trot' : 'trot';
  if (lag < 0.5) return isWalking ? 'lateral-sequence walk' : 'lateral-sequence run';
  return isWalking ? 'diagonal-sequence walk' : 'diagonal-sequence run';
}

/** Gaits of two pairs of legs. */
export function fourLegs(evidence: Evidence): GaitName {
  const { pairs, lag, dutyFactors } = evidence;
  const [fore, hind] = pairs as [LegPair, LegPair];
  const [foreLag, hindLag] = [lag(fore.left, fore.right), lag(hind.left, hind.right)];
  if (foreLag === undefined || hindLag === undefined) return 'scramble';
  const isWalking = mean(dutyFactors) >= WALKING;
  const isEven = apart(foreLag, 0.5) <= EVENLY && apart(hindLag, 0.5) <= EVENLY;
  const sideLag = foreHindLag(evidence);
  if (isEven) return sideLag === undefined ? 'scramble' : symmetrical(sideLag, isWalking);
  if (apart(hindLag, 0) <= TOGETHER) {
    if (apart(foreLag, 0) > TOGETHER) return 'half-bound';
    return sideLag !== undefined && apart(sideLag, 0) <= TOGETHER ? 'pronk' : 'bound';
  }
  if (isWalking) return 'scramble';
  const diagonals = [lag(hind.left, fore.right), lag(hind.right, fore.left)];
  const beats = diagonals.filter((diagonal) => diagonal !== undefined && apart(diagonal, 0) <= HALF_BAND).length;
  return beats === 1 ? 'canter' : 'gallop';
}
