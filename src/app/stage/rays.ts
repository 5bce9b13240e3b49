import type { Experiment } from '../../run/experiment-schema.ts';
import { rayEndsOf } from '../../run/ray-ends.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Rays } from '../../view/playback.ts';
import { castRays } from './cast-rays.ts';

/** What the one recorded sees by, computed anew as its sensors did; undefined for who sees nothing. */
export function raysOf(experiment: Experiment, recording: Recording): Rays | undefined {
  const reaches = rayEndsOf(experiment, recording);
  return reaches.length === 0 ? undefined : castRays(recording.terrain, reaches);
}
