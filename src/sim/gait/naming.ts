import type { Leg } from '../../creature/legs.ts';
import { mean } from '../../math/stats.ts';
import { type Evidence, FLIGHT, WALKING } from './evidence.ts';
import { fourLegs } from './name-four.ts';
import { manyLegs } from './name-many.ts';
import { twoLegs } from './name-two.ts';
import type { GaitName } from './names.ts';

/** Fewer footfalls than two for each leg show no gait. */
const STRIDES = 2;

/** Leaves the ground, or only steps and stands. */
const onTheSpot = ({ footfalls, flight }: Evidence, least: number): GaitName =>
  footfalls >= least && flight > FLIGHT ? 'jump' : 'stand';

function oneLeg({ flight }: Evidence): GaitName {
  return flight > FLIGHT ? 'hop' : 'slide';
}

/** Three legs, or legs without counterparts: distinguished by alternation and flight alone. */
function unevenLegs({ alternation, flight, dutyFactors }: Evidence): GaitName {
  if (alternation < 0.8) return 'scramble';
  return flight <= FLIGHT && mean(dutyFactors) >= WALKING ? 'walk' : 'run';
}

/**
 * The name a biologist would give a gait; borders and their sources are with the names of two, four and more legs. Without
 * enough footfalls or distance there is none: the body stands, jumps on the spot, slides, crawls or falls.
 */
export function nameGait(legs: readonly Leg[], evidence: Evidence): GaitName {
  const { footfalls, legLengthsGone, hasFallen, pairs } = evidence;
  const least = STRIDES * Math.max(1, legs.length);
  if (footfalls < least && hasFallen) return 'fall';
  if (legLengthsGone < 1) return hasFallen ? 'fall' : onTheSpot(evidence, least);
  if (legs.length === 0) return 'crawl';
  if (footfalls < least) return 'slide';
  if (legs.length === 1) return oneLeg(evidence);
  if (legs.length === 2) return twoLegs(evidence);
  if (pairs.length * 2 !== legs.length) return unevenLegs(evidence);
  return pairs.length === 2 ? fourLegs(evidence) : manyLegs(evidence);
}
