import type { Leg, LegPair } from '../../creature/legs.ts';
import { mean } from '../../math/stats.ts';
import { type ContactRow, closed, dutyFactor, footfallsOf, shareOfFrames } from './contacts.ts';
import type { Evidence } from './evidence.ts';
import type { Gait } from './gait.ts';
import { foreHindLag } from './name-four.ts';
import { nameGait } from './naming.ts';
import { phaseLag } from './phase.ts';
import type { Anatomy, Track } from './track.ts';

/** This share of an episode is left out at its beginning: a gait takes a few steps to settle. */
const SETTLING = 0.3;
/** Gaps and touches shorter than this, in units of sqrt(L/g), are closed. */
const SHORTEST_CONTACT = 0.1;

/** Values beside the track that a gait depends on. */
export interface Circumstances {
  anatomy: Anatomy;
  /** m/s². */
  gravity: number;
  hasFallen: boolean;
  costOfTransport: number;
}

/** Frames that a gap or a touch has to last to count: at least 0.1 sqrt(L/g). */
export function shortestContact({ legLength, rate }: Pick<Track, 'legLength' | 'rate'>, gravity: number): number {
  return Math.ceil(SHORTEST_CONTACT * Math.sqrt(legLength / gravity) * rate);
}

/** Landings of all legs in the order they happen; those of one frame in the order of legs. */
function sequenceOf(footfalls: readonly number[][]): { leg: number; frame: number }[] {
  const all = footfalls.flatMap((frames, leg) => frames.map((frame) => ({ leg, frame })));
  return all.sort((a, b) => a.frame - b.frame || a.leg - b.leg);
}

/** Two legs that are no counterparts by name, such as a fore and a hind leg, are measured against each other. */
function mateOf(legs: readonly Leg[], leg: number): number | undefined {
  return legs[leg]?.mate ?? (legs.length === 2 ? 1 - leg : undefined);
}

/** Strides a second: the mean over the feet that made one. */
function strideFrequencyOf(footfalls: readonly number[][], rate: number): number {
  const each = footfalls.flatMap((frames) => {
    const [first, last] = [frames[0], frames.at(-1)];
    return first === undefined || last === undefined || last === first ? [] : [(frames.length - 1) / (last - first)];
  });
  return each.length > 0 ? mean(each) * rate : 0;
}

/** Metres that feet slid while they were down, all together. */
export function slidWhile(down: readonly ContactRow[], slid: readonly Float64Array[]): number {
  let sum = 0;
  for (const [leg, row] of slid.entries()) {
    const isDown = down[leg]!;
    for (let t = 0; t < row.length; t++) sum += row[t]! * isDown[t]!;
  }
  return sum;
}

/** Mean difference of duty factors over pairs of counterparts. */
export function asymmetryOf(duty: readonly number[], pairs: readonly LegPair[]): number {
  const all = pairs.length === 0 && duty.length === 2 ? [{ left: 0, right: 1 }] : pairs;
  if (all.length === 0) return 0;
  return mean(all.map(({ left, right }) => Math.abs(duty[left]! - duty[right]!)));
}

/** Measures and names a gait; definitions are with `Gait`. Of a body without legs, or of no frames, all measures are 0. */
export function measureGait(track: Track, circumstances: Circumstances): Gait {
  const { anatomy, gravity, hasFallen, costOfTransport } = circumstances;
  const { legs, pairs } = anatomy;
  const { rate, legLength, frameCount } = track;
  const from = Math.floor(SETTLING * frameCount);
  const count = frameCount - from;
  const touching = track.touching.map((row): ContactRow => row.subarray(from, frameCount));
  const near = track.near.map((row): ContactRow => row.subarray(from, frameCount));
  const soleX = track.soleX.map((row) => row.subarray(from, frameCount));
  const shortest = shortestContact(track, gravity);
  const rows = touching.map((row) => closed(row, shortest));
  const footfalls = rows.map(footfallsOf);
  const sequence = sequenceOf(footfalls);

  const distance = count > 0 ? track.rootX[frameCount - 1]! - track.rootX[from]! : 0;
  const direction = distance < 0 ? -1 : 1;
  const speed = count > 1 ? Math.abs(distance) / ((count - 1) / rate) : 0;
  const paired = sequence.filter(({ leg }) => mateOf(legs, leg) !== undefined);
  const ahead = paired.filter(({ leg, frame }) => {
    const mate = mateOf(legs, leg) as number;
    return direction * ((soleX[leg]?.[frame] as number) - (soleX[mate]?.[frame] as number)) > 0;
  });
  const changes = sequence.filter(({ leg }, k) => k > 0 && leg !== sequence[k - 1]?.leg);
  const dutyFactors = rows.map(dutyFactor);
  const strideFrequency = strideFrequencyOf(footfalls, rate);
  const slid = slidWhile(
    touching,
    track.slid.map((row) => row.subarray(from, frameCount)),
  );
  const lag = (one: number, other: number) => phaseLag(footfalls[one] as number[], footfalls[other] as number[]);
  const inFlight = (contacts: readonly ContactRow[]) => shareOfFrames(contacts, count, (down) => down === 0);

  const measures = {
    footfalls: sequence.length,
    passing: paired.length > 0 ? ahead.length / paired.length : 0,
    alternation: sequence.length > 1 ? changes.length / (sequence.length - 1) : 0,
    dutyFactors,
    doubleSupport: shareOfFrames(rows, count, (down) => down >= 2),
    flight: legs.length > 0 ? inFlight(rows) : 0,
    rawFlight: legs.length > 0 ? inFlight(touching) : 0,
    tolerantFlight: legs.length > 0 ? inFlight(near) : 0,
    phaseLags: legs.map((_, leg) => lag(0, leg) ?? null),
    strideLength: strideFrequency > 0 ? speed / strideFrequency : 0,
    strideFrequency,
    asymmetry: asymmetryOf(dutyFactors, pairs),
    slip: slid / Math.max(Math.abs(distance), legLength),
    froude: (speed * speed) / (gravity * legLength),
  };
  const evidence: Evidence = {
    ...measures,
    legLengthsGone: Math.abs(distance) / legLength,
    ...{ hasFallen, lag, pairs, counts: footfalls.map((frames) => frames.length) },
  };
  const name = nameGait(legs, evidence);
  return { name, ...measures, foreHindLag: foreHindLag(evidence) ?? null, costOfTransport };
}
