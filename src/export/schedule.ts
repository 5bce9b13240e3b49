import type { Recording } from '../sim/recording.ts';
import { lengthOf } from '../view/pose.ts';

/** How a life becomes pictures. */
export interface Timing {
  /** Pictures a second. */
  fps: number;
  /** Seconds of the life in a second of the film. */
  speed: number;
}

/** Frame rates to choose from. */
export const RATES = [25, 30, 60] as const;

/** The moments of a life that a film shows, seconds: even steps from its beginning, and its end. */
export function momentsOf(recording: Recording, { fps, speed }: Timing): number[] {
  const end = lengthOf(recording);
  // A hair's breadth less: where the end falls on a step, rounding must not show it twice.
  const count = Math.max(1, Math.ceil((end / speed) * fps - 1e-6) + 1);
  return Array.from({ length: count }, (_, i) => Math.min(end, (i * speed) / fps));
}

/** More frames a second than that no GIF shows: browsers slow it down to a tenth of the speed. */
const FASTEST_GIF = 50;

/** How long each frame of a GIF stays, hundredths of a second, so that the whole lasts as long as it should. */
export function gifDelays(count: number, fps: number): number[] {
  const at = (i: number) => Math.round((100 * i) / fps);
  return Array.from({ length: count }, (_, i) => at(i + 1) - at(i));
}

/** The nearest frame rate that a GIF can have. */
export const gifRate = (fps: number): number => Math.min(fps, FASTEST_GIF);

/** A few moments that together show all colours of a film. */
export const samplesOf = (moments: readonly number[]): number[] =>
  [0, 0.4, 0.8, 1].map((share) => moments[Math.floor(share * (moments.length - 1))] as number);
