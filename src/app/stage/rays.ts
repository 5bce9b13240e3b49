import type { Experiment } from '../../run/experiment-schema.ts';
import { rayEndsOf } from '../../run/ray-ends.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Rays } from '../../view/playback.ts';
import { castRays } from './cast-rays.ts';

/** The rays of a recorded creature's rangefinders; undefined if it has none. */
export function raysOf(experiment: Experiment, recording: Recording): Rays | undefined {
  const reaches = rayEndsOf(experiment, recording);
  return reaches.length === 0 ? undefined : castRays(recording.terrain, reaches);
}
