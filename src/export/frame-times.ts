import type { Recording } from '../sim/recording.ts';
import { lengthOf } from '../view/pose.ts';

/** How an episode becomes the frames of a film. */
export interface Timing {
  /** Frames per second. */
  fps: number;
  /** Seconds of the episode per second of the film. */
  speed: number;
}

/** Frame rates to choose from. */
export const FRAME_RATES = [25, 30, 60] as const;

/** Times of the episode that a film shows, seconds: even steps from 0, and the end. */
export function frameTimes(recording: Recording, { fps, speed }: Timing): number[] {
  const end = lengthOf(recording);
  // The small number keeps rounding from showing the end twice where it falls on a step.
  const count = Math.max(1, Math.ceil((end / speed) * fps - 1e-6) + 1);
  return Array.from({ length: count }, (_, i) => Math.min(end, (i * speed) / fps));
}

/** Highest frame rate of a GIF: browsers play faster ones at a tenth of their speed. */
const FASTEST_GIF = 50;

/** Delays of the frames of a GIF, hundredths of a second, rounded so that their sum is exact. */
export function gifDelays(count: number, fps: number): number[] {
  const at = (i: number) => Math.round((100 * i) / fps);
  return Array.from({ length: count }, (_, i) => at(i + 1) - at(i));
}

/** The nearest frame rate that a GIF can have. */
export const gifRate = (fps: number): number => Math.min(fps, FASTEST_GIF);

/** Four of a film's times, which together show all of its colours. */
export const sampleTimes = (times: readonly number[]): number[] =>
  [0, 0.4, 0.8, 1].map((share) => times[Math.floor(share * (times.length - 1))]!);
