import type { Evidence } from './evidence.ts';
import type { GaitName } from './names.ts';
import { neighboursAmong } from './neighbours.ts';
import { apart, meanPhase } from './phase.ts';

/** Lags within this share of a stride of 0.5 are alternation. */
const ALTERNATES = 0.1;
/** Legs of one girdle alternate by Wilson's second rule; insects keep it loosely. */
const OPPOSITE = 0.2;
/** A wave's step from leg to leg: more than nothing, less than alternation. */
const SHORTEST_LAG = 1 / 16;
/** Lags along the sides that agree less than this (length of their mean vector) are no wave. */
const STEADY = 0.8;

/**
 * Gaits of three pairs of legs and more, by Wilson's rules (1966): steps run along each side from back to front, and the two legs
 * of a girdle alternate. Where each leg also alternates with the one behind it, legs step in two sets: the tripods of six legs,
 * the tetrapods of eight (Wilson 1967 on tarantulas).
 */
export function manyLegs({ pairs, lag }: Evidence): GaitName {
  const across = meanPhase(known(pairs.map(({ left, right }) => lag(left, right))), STEADY);
  const along = meanPhase(known(neighboursAmong(pairs).map(([behind, ahead]) => lag(behind, ahead))), STEADY);
  if (across === undefined || along === undefined || apart(across, 0.5) > OPPOSITE) return 'scramble';
  if (apart(along, 0.5) <= ALTERNATES) return pairs.length === 3 ? 'tripod' : 'alternating';
  return along >= SHORTEST_LAG && along < 0.5 ? 'wave' : 'scramble';
}

/** All lags, or none where one of them is not steady. */
const known = (lags: readonly (number | undefined)[]): number[] =>
  lags.every((each) => each !== undefined) ? (lags as number[]) : [];
