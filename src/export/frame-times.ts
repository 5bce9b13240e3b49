import type { Recording } from '../sim/recording.ts';
import { lengthOf } from '../view/pose.ts';
import type { Shot } from './learning-film.ts';

/** Frame rate and speed of a film of an episode. */
export interface Timing {
  /** Frames per second. */
  fps: number;
  /** Seconds of the episode per second of the film. */
  speed: number;
}

/** Available frame rates, frames per second. */
export const FRAME_RATES = [25, 30, 60] as const;

/** Times of the episode that a film shows, seconds: equal steps through a part of it, then the end of that part. */
export function shotTimes({ from, to, hold }: Shot, { fps, speed }: Timing): number[] {
  // Without the 1e-6, rounding could show the end twice when it falls on a step.
  const count = Math.max(1, Math.ceil(((to - from) / speed) * fps - 1e-6) + 1);
  return Array.from({ length: count + Math.round(hold * fps) }, (_, i) => Math.min(to, from + (i * speed) / fps));
}

/** A shot of a whole episode. */
export const wholeEpisode = (recording: Recording): Shot => ({ from: 0, to: lengthOf(recording), hold: 0 });

/** The times of a film of a whole episode. */
export const frameTimes = (recording: Recording, timing: Timing): number[] =>
  shotTimes(wholeEpisode(recording), timing);

/** Maximum frame rate of a GIF: browsers play faster GIFs at a tenth of their speed. */
const FASTEST_GIF = 50;

/** Delays of a GIF's frames, hundredths of a second, rounded so that errors do not add up. */
export function gifDelays(count: number, fps: number): number[] {
  const at = (i: number) => Math.round((100 * i) / fps);
  return Array.from({ length: count }, (_, i) => at(i + 1) - at(i));
}

/** The frame rate, limited to what a GIF can have. */
export const gifRate = (fps: number): number => Math.min(fps, FASTEST_GIF);

/** Four times spread over a film, from which its colour table is computed. */
export const sampleTimes = (times: readonly number[]): number[] =>
  [0, 0.4, 0.8, 1].map((share) => times[Math.floor(share * (times.length - 1))]!);
