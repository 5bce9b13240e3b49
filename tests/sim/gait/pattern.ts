import type { Leg } from '../../../src/creature/legs.ts';
import { legPairs } from '../../../src/creature/legs.ts';
import type { Gait } from '../../../src/sim/gait/gait.ts';
import { measureGait } from '../../../src/sim/gait/measure.ts';
import type { Track } from '../../../src/sim/gait/track.ts';

/** A gait drawn by hand: contacts of each leg over strides that are all alike. */
export interface Pattern {
  /** Phase at which each leg comes down, in strides. */
  lags: readonly number[];
  /** Share of the stride that each leg is down; one for all, or one each. */
  duty: number | readonly number[];
  /** Metres that each foot lands ahead of its counterpart; one for all, or one each. */
  ahead?: number | readonly number[];
  /** Metres per second; legs are 1 m long. */
  speed?: number;
  /** Metres that each foot slides a second while down. */
  sliding?: number;
  strides?: number;
  /** Frames of a stride; 60 are a second. */
  stride?: number;
  hasFallen?: boolean;
}

/** Legs by number: none, one in the middle, or pairs from front to back, the left ones first. */
export function legsBy(count: number): Leg[] {
  const paired = count % 2 === 0;
  return Array.from({ length: count }, (_, i): Leg => {
    const girdle = Math.floor(i / 2);
    const side = !paired ? 'middle' : i % 2 === 0 ? 'left' : 'right';
    return { foot: i, joints: [], hip: [-girdle, 1], side, mate: paired ? (i % 2 === 0 ? i + 1 : i - 1) : undefined };
  });
}

const RATE = 60;
const GRAVITY = 10;
const each = (value: number | readonly number[], leg: number) => (typeof value === 'number' ? value : value[leg]!);

/** The frames of a pattern. Soles stand where their leg's counterpart stands at phase 0.5, plus what the pattern says. */
export function trackOf(pattern: Pattern, legs: readonly Leg[], scale = 1): Track {
  const { lags, duty, ahead = 0.5, speed = 1, sliding = 0, strides = 20, stride = 60 } = pattern;
  const length = Math.round(stride * scale);
  const frameCount = strides * length;
  const frames = (of: (t: number, leg: number) => number) =>
    legs.map((_, leg) => Float64Array.from({ length: frameCount }, (_, t) => of(t, leg)));
  const phase = (t: number, leg: number) => {
    const shifted = t / length - lags[leg]! + 1e-9;
    return shifted - Math.floor(shifted);
  };
  const touching = frames((t, leg) => (phase(t, leg) < each(duty, leg) ? 1 : 0)).map((row) => Uint8Array.from(row));
  const rootX = Float64Array.from({ length: frameCount }, (_, t) => (speed * t) / RATE / scale);
  // A foot that has just landed is ahead by as much as it says; its counterpart then counts as at the root.
  const soleX = frames((t, leg) => rootX[t]! + (phase(t, leg) < 0.02 ? each(ahead, leg) : 0));
  const slid = frames((t, leg) => (touching[leg]![t] === 1 ? sliding / RATE / scale : 0));
  return { legs, legLength: 1, rate: RATE, frameCount, touching, near: touching, soleX, slid, rootX };
}

/**
 * Two legs that step 20 frames apart in the order of a word: the foot named lands, in capitals ahead of the other one, and
 * stays down for so many steps, each foot its own number of them.
 */
export function stepsOf(word: string, legs: readonly Leg[], down: readonly [number, number]): Track {
  const every = 20;
  const frameCount = word.length * every;
  const pair = <R>(make: (count: number) => R) => [make(frameCount), make(frameCount)];
  const touching = pair((count) => new Uint8Array(count));
  const [soleX, slid] = [pair((count) => new Float64Array(count)), pair((count) => new Float64Array(count))];
  const rootX = Float64Array.from({ length: frameCount }, (_, t) => t / RATE);
  for (let t = 0; t < frameCount; t++) for (const row of soleX) row[t] = rootX[t]!;
  for (const [k, letter] of [...word].entries()) {
    const leg = letter.toUpperCase() === 'L' ? 0 : (1 as const);
    const at = k * every;
    soleX[leg]![at] = rootX[at]! + (letter === letter.toUpperCase() ? 0.5 : -0.5);
    const next = [...word].findIndex((other, i) => i > k && other.toUpperCase() === letter.toUpperCase());
    // Off the ground for a while before it lands again.
    const last = Math.min(at + Math.round(down[leg]! * every), next < 0 ? frameCount : next * every - 5);
    touching[leg]!.fill(1, at, last);
  }
  return { legs, legLength: 1, rate: RATE, frameCount, touching, near: touching, soleX, slid, rootX };
}

export function gaitOf(pattern: Pattern): Gait {
  const legs = legsBy(pattern.lags.length);
  return gaitOfTrack(trackOf(pattern, legs), pattern.hasFallen);
}

export function gaitOfTrack(track: Track, hasFallen = false): Gait {
  const anatomy = { legs: track.legs, legLength: track.legLength, soles: [], pairs: legPairs(track.legs) };
  return measureGait(track, { anatomy, gravity: GRAVITY, hasFallen, costOfTransport: 0 });
}
