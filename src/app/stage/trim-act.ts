import type { Act } from '../../view/playback.ts';
import { noteOrigin, originOf } from './origin.ts';

/** Seconds that a film shows of each scene. */
const SCENE_SECONDS = 4;

/** The first seconds of an act, for a film. The trimmed recording keeps its origin. */
export function trimAct(act: Act, seconds = SCENE_SECONDS): Act {
  const { recording } = act;
  const frameCount = Math.min(recording.frameCount, Math.ceil(seconds / recording.frameTimestep));
  const trimmed = { ...recording, frameCount };
  const origin = originOf(recording);
  if (origin) noteOrigin(trimmed, origin);
  return { ...act, recording: trimmed };
}
