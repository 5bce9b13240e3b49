import type { GaitName } from './names.ts';

/**
 * How a body used its legs. Lengths in metres, times in seconds; L is leg length. Measured after the first 30 % of the episode,
 * on contacts whose gaps and touches of less than 0.1 sqrt(L/g) are closed, unless said otherwise.
 */
export interface Gait {
  name: GaitName;
  /** How many times a foot came down. */
  footfalls: number;
  /** Share of landings ahead of the counterpart's place at that moment, in the direction of travel: 1 for a walk, 0.5 for a skip. */
  passing: number;
  /** Share of footfalls that follow one of another foot. */
  alternation: number;
  /** Share of time that each foot is down. */
  dutyFactors: number[];
  /** Share of time with two feet or more down. */
  doubleSupport: number;
  /** Share of time with no foot down. */
  flight: number;
  /** The same on contacts as they are, with all their chatter. */
  rawFlight: number;
  /** The same where a foot within 2 % of L over the ground counts as down. */
  tolerantFlight: number;
  /** Lag of each foot behind the first, as a share of a stride, in [0, 1); null where there is no steady lag. */
  phaseLags: (number | null)[];
  /** By how much each fore foot follows the hind foot of its side, as a share of a stride (Hildebrand 1965); null for no such pairs. */
  foreHindLag: number | null;
  strideLength: number;
  /** Strides a second. */
  strideFrequency: number;
  /** Mean difference of the duty factors of counterparts: 0 is even. */
  asymmetry: number;
  /** Metres that feet slid while down, all together, per metre gone. */
  slip: number;
  /** Speed² / (g L): animals walk below about 0.5 (Alexander 1989). */
  froude: number;
  /** Of the whole episode: work of the motors at each physics step / (m g distance); 0 without distance. */
  costOfTransport: number;
}
