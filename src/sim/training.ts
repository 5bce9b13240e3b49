import { pow } from '../math/portable.ts';
import type { EpisodeSettings } from './task.ts';

/** The settings of support that shrinks during training. */
export type SupportSettings = Pick<EpisodeSettings, 'support' | 'supportHold' | 'supportDecay' | 'supportEnd'>;

/** Support in a generation: full until `supportHold`, then multiplied by `supportDecay` each generation, none from `supportEnd` on. */
export function supportAt(
  { support, supportHold, supportDecay, supportEnd }: SupportSettings,
  generation: number,
): number {
  if (generation >= supportEnd || support === 0) return 0;
  return generation <= supportHold ? support : support * pow(supportDecay, generation - supportHold);
}

/** A share that rises evenly from 0 in one generation to 1 in another. */
export function risingShare(generation: number, from: number, to: number): number {
  return Math.max(0, Math.min(1, (generation - from) / Math.max(1, to - from)));
}

/** Length of an episode in a generation, seconds. */
function durationAt({ duration, firstDuration, durationGrowth }: EpisodeSettings, generation: number): number {
  if (firstDuration === 0 || firstDuration >= duration) return duration;
  return firstDuration + (duration - firstDuration) * risingShare(generation, 0, durationGrowth);
}

/**
 * Settings of an episode in training at a generation. Episodes without a generation, such as tests of champions and replays,
 * use the settings unchanged: without support, of full length, with the full weight of the gait.
 */
export function trainingSettings(settings: EpisodeSettings, generation: number): EpisodeSettings {
  const { gaitFrom, gaitTo } = settings;
  return {
    ...settings,
    duration: durationAt(settings, generation),
    supportInForce: supportAt(settings, generation),
    gaitWeight: gaitTo === undefined ? 1 : risingShare(generation, gaitFrom ?? 0, gaitTo),
  };
}
