import type { Act } from '../../view/playback.ts';
import type { StageController } from './stage-controller.ts';
import type { StageSelector } from './stage-selector.ts';

/** What is shown, when it is an earlier champion that was picked. */
export function keepable({ mode, watched }: StageSelector, { onStage }: StageController): Act | undefined {
  const act = onStage.value;
  return mode.value === 'watch' && watched.value !== undefined && !act?.crowd ? act : undefined;
}
