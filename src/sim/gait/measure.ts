import type { LegPair } from '../../creature/legs.ts';
import { mean } from '../../math/stats.ts';
import { type ContactRow, closed, dutyFactor, footfallsOf, shareOfFrames } from './contacts.ts';
import type { Evidence } from './evidence.ts';
import type { Gait } from './gait.ts';
import { sequenceOf } from './landings.ts';
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

/** Strides a second: the mean over the feet that made one. */
function strideFrequencyOf(footfalls: readonly number[][], rate: number): number {
  const each: number[] = [];
  for (const frames of footfalls) {
    const count = frames.length;
    if (count > 1) each.push((count - 1) / (frames[count - 1]! - frames[0]!));
  }
  return each.length > 0 ? mean(each) * rate : 0;
}

/** Metres that feet slid while they were down, all together. */
export function slidWhile(down: readonly ContactRow[], slid: readonly Float64Array[]): number {
  let sum = 0;
  for (let leg = 0; leg < slid.length; leg++) sum = addSlid(sum, down[leg]!, slid[leg]!);
  return sum;
}

function addSlid(before: number, isDown: ContactRow, slid: Float64Array): number {
  let sum = before;
  for (let t = 0; t < slid.length; t++) sum += slid[t]! * isDown[t]!;
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

  const distance = count > 0 ? track.rootX[frameCount - 1]! - track.rootX[from]! : 0;
  const direction = distance < 0 ? -1 : 1;
  const speed = count > 1 ? Math.abs(distance) / ((count - 1) / rate) : 0;
  const { landings, paired, ahead, changes } = sequenceOf(footfalls, legs, soleX, direction);
  const dutyFactors = rows.map(dutyFactor);
  const strideFrequency = strideFrequencyOf(footfalls, rate);
  const slid = slidWhile(
    touching,
    track.slid.map((row) => row.subarray(from, frameCount)),
  );
  const lag = (one: number, other: number) => phaseLag(footfalls[one] as number[], footfalls[other] as number[]);
  const inFlight = (contacts: readonly ContactRow[]) => shareOfFrames(contacts, count, 0, 0);

  const measures = {
    footfalls: landings,
    passing: paired > 0 ? ahead / paired : 0,
    alternation: landings > 1 ? changes / (landings - 1) : 0,
    dutyFactors,
    doubleSupport: shareOfFrames(rows, count, 2, legs.length),
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
