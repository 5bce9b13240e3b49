import { type ContactRow, closed, dutyFactor, footfallsOf, shareOfFrames } from './contacts.ts';
import { asymmetryOf, shortestContact, slidWhile } from './measure.ts';
import type { GaitMeter } from './meter.ts';
import { neighboursInAir, neighboursOutOfTurn } from './neighbours.ts';
import { phaseLag } from './phase.ts';

/** Measures of a whole episode that its quality depends on; tolerant measures count a foot within 2 % of L over the ground as down. */
export interface EpisodeGait {
  tolerantFlight: number;
  rawFlight: number;
  /** Mean difference of tolerant duty factors of counterparts. */
  asymmetry: number;
  /** Duty factors of each leg on contacts without chatter, after the first 15 % of the episode. */
  dutyFactors: number[];
  /** Mean difference of these duty factors between counterparts. */
  limp: number;
  /** Share of landings that were passing steps: by tolerant and by raw contacts. */
  tolerantStepping: number;
  rawStepping: number;
  /** Share of the time that neighbouring legs are in the air together, plus 0.2 of how far they are from stepping in turn. */
  neighbours: number;
  /** Work per m g and metre, metres slid per metre. */
  cost: number;
  slip: number;
  /** Mean speed of the joints below the hips while their foot is down, rad/s. */
  kneeSpeed: number;
}

/** Share of an episode at its start that duty factors leave out, because a start is uneven. */
const START = 0.15;
/** Lower bound of the distance by which costs are divided, in leg lengths. */
const LEAST_DISTANCE = 0.25;

/**
 * Weight of neighbours that do not step in turn, against the time in which both are in the air. A leg that is never lifted is in the
 * air with no other; by this weight it costs as much as half of a usual swing together.
 */
const OUT_OF_TURN = 0.2;

/** How often feet came down after at least `shortest` frames in the air. */
function landings(rows: readonly ContactRow[], shortest: number): number {
  let count = 0;
  for (const row of rows) {
    let air = 0;
    for (const down of row) {
      if (down === 1 && air >= shortest) count++;
      air = down === 1 ? 0 : air + 1;
    }
  }
  return count;
}

/** One is added to both, so that standing still has no penalty and a single step does not reach the maximum early. */
const stepShare = (steps: number, landed: number) => Math.min(1, (steps + 1) / (landed + 1));

/** Measures a whole episode from its first frame on. @param gravity m/s². @param steps that passed. */
export function episodeGait(meter: GaitMeter, gravity: number, distance: number, steps: number): EpisodeGait {
  const { track, anatomy, work, mass, kneeSpeed } = meter;
  const near = track.near.map((row): ContactRow => row.subarray(0, track.frameCount));
  const touching = track.touching.map((row): ContactRow => row.subarray(0, track.frameCount));
  const shortest = shortestContact(track, gravity);
  const from = Math.floor(START * track.frameCount);
  const steady = touching.map((row) => closed(row.subarray(from), shortest));
  const duty = steady.map(dutyFactor);
  const lag = (one: number, other: number) => phaseLag(footfallsOf(steady[one]!), footfallsOf(steady[other]!));
  const far = Math.max(LEAST_DISTANCE * track.legLength, distance);
  const flightIn = (contacts: readonly ContactRow[]) => shareOfFrames(contacts, track.frameCount, 0, 0);
  return {
    tolerantFlight: flightIn(near),
    rawFlight: flightIn(touching),
    asymmetry: asymmetryOf(near.map(dutyFactor), anatomy.pairs),
    dutyFactors: duty,
    limp: asymmetryOf(duty, anatomy.pairs),
    neighbours: neighboursInAir(anatomy.pairs, steady) + OUT_OF_TURN * neighboursOutOfTurn(anatomy.pairs, lag),
    tolerantStepping: stepShare(steps, landings(near, shortest)),
    rawStepping: stepShare(steps, landings(touching, shortest)),
    cost: work / (mass * gravity * far),
    slip:
      slidWhile(
        near,
        track.slid.map((row) => row.subarray(0, track.frameCount)),
      ) / far,
    kneeSpeed,
  };
}

/** Prices of a metre: work in m g, and metres slid. */
const WORK = 0.6;
const SLIP = 1;

/** How strictly faults are priced. */
export interface GaitWeights {
  /** Powers of a walk's factors for flight on raw contacts and for long contacts, and of both gaits' passing steps on raw contacts. */
  flightWeight: number;
  contactWeight: number;
  stepWeight: number;
  /** What a difference of duty factors costs. */
  limpWeight: number;
  /** What it costs that neighbouring legs of one side do not step in turn. */
  neighbourWeight: number;
}

/** Repeated products, because `**` need not give the same bits in every engine. @param times whole number. */
function power(base: number, times: number): number {
  let product = 1;
  for (let i = 0; i < times; i++) product *= base;
  return product;
}

/** The factors that walks and runs have in common: symmetry, neighbours, cost, slip and passing steps. Tolerant contacts hide a limp; those without chatter show it. */
function thrift(gait: EpisodeGait, { limpWeight, neighbourWeight, stepWeight }: GaitWeights): number {
  const { asymmetry, limp, neighbours, cost, slip, tolerantStepping, rawStepping } = gait;
  const even = (difference: number) => Math.max(0, 1 - limpWeight * difference);
  const thrifty = (even(asymmetry) * even(limp)) / (1 + WORK * cost + SLIP * slip);
  const inTurn = Math.max(0, 1 - neighbourWeight * neighbours);
  return inTurn * thrifty * tolerantStepping * power(rawStepping, stepWeight);
}

/** Duty factor from which on a foot is down long enough for a walk: a little over half a stride. */
const LONG_CONTACT = 0.56;
/** What a knee's speed costs, s/rad. */
const SNAP = 0.5;

/**
 * How much of a walk an episode was, in [0, 1]: no flight, feet down for more than half a stride, symmetric, of low cost, by
 * passing steps, and on a standing leg that does not straighten suddenly.
 */
export function walkQuality(gait: EpisodeGait, weights: GaitWeights): number {
  const { tolerantFlight, rawFlight, dutyFactors, kneeSpeed } = gait;
  const grounded = power(1 - tolerantFlight, 2) * power(1 - rawFlight, weights.flightWeight);
  const contact = power(Math.min(1, Math.min(1, ...dutyFactors) / LONG_CONTACT), weights.contactWeight);
  return (grounded * contact * thrift(gait, weights)) / (1 + SNAP * kneeSpeed);
}

/** Flight of a run: as much as this share of the time is enough. */
const ENOUGH_FLIGHT = 0.2;

/** How much of a run an episode was, in [0, 1]: with flight, feet down for less than half a stride, symmetric, of low cost, by passing steps. */
export function runQuality(gait: EpisodeGait, weights: GaitWeights): number {
  const { rawFlight, dutyFactors } = gait;
  const longest = Math.max(0, ...dutyFactors);
  return Math.min(1, rawFlight / ENOUGH_FLIGHT) * Math.min(1, 2 * (1 - longest)) * thrift(gait, weights);
}
