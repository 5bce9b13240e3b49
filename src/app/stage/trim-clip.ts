import type { Clip } from '../../view/playback.ts';
import { noteOrigin, originOf } from './origin.ts';

/** Seconds that a film shows of each scene. */
const SCENE_SECONDS = 4;

/** The first seconds of a clip, for a film. The trimmed recording keeps its origin. */
export function trimClip(clip: Clip, seconds = SCENE_SECONDS): Clip {
  const { recording } = clip;
  const frameCount = Math.min(recording.frameCount, Math.ceil(seconds / recording.frameTimestep));
  const trimmed = { ...recording, frameCount };
  const origin = originOf(recording);
  if (origin) noteOrigin(trimmed, origin);
  return { ...clip, recording: trimmed };
}
