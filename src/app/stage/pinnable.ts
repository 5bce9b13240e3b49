import type { Clip } from '../../view/playback.ts';
import type { StageController } from './stage-controller.ts';
import type { StageSelector } from './stage-selector.ts';

/** The clip on the stage, if it is an earlier champion, which can be pinned as a ghost. */
export function pinnable({ mode, watched }: StageSelector, { onStage }: StageController): Clip | undefined {
  const clip = onStage.value;
  return mode.value === 'watch' && watched.value !== undefined && !clip?.crowd ? clip : undefined;
}
