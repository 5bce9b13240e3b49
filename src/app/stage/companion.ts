import { signal } from '@preact/signals';
import type { Clip } from '../../view/playback.ts';
import { strings } from '../strings.ts';

/** A trained creature of the run's body, shown beside the untrained one until that walks itself. */
interface Companion {
  clip: Clip;
  /** False from the first champion on that walks. */
  isNeeded: boolean;
}

/** The companion of the current run, once it is loaded and verified; it is no part of the run. */
export const companion = signal<Companion | undefined>(undefined);

/** Distance of a champion with the companion's gait that walks, metres; for other gaits, as a share of the companion's. */
const WALKS = 4;
const SHARE = 0.6;

/** Seconds that it is ahead, so that it is not hidden behind the one in front. */
const AHEAD = 1;

const isAsGood = (clip: Clip, { distance, gait }: Clip) =>
  (clip.gait === gait && clip.distance >= WALKS) || clip.distance >= SHARE * distance;

/** A champion's clip with the companion beside it, if that is still needed. */
export function withCompanion(clip: Clip): Clip {
  const now = companion.peek();
  if (!now?.isNeeded) return clip;
  if (isAsGood(clip, now.clip)) {
    companion.value = { ...now, isNeeded: false };
    return clip;
  }
  return { ...clip, companion: { recording: now.clip.recording, words: strings.companion, ahead: AHEAD } };
}

/** A clip with the companion beside it again. */
export function withCompanionAgain(clip: Clip): Clip {
  const recording = companion.peek()?.clip.recording;
  return recording ? { ...clip, companion: { recording, words: strings.companionAgain, ahead: AHEAD } } : clip;
}
