import type { Experiment } from '../../run/experiment-schema.ts';
import { forkOf } from '../../run/fork.ts';
import { presets } from '../../run/presets.ts';
import type { Replay } from '../../run/replay.ts';

/** The run that begins with the brain of a preset's trained creature. */
export function goOnFrom({ experiment, ...champion }: Replay, preset: string): Experiment {
  return forkOf({ ...experiment, title: presets[preset]?.title ?? '' }, champion);
}
