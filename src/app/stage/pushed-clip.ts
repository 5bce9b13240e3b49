import { effectiveAt } from '../../run/amend.ts';
import { setupOf } from '../../run/setup.ts';
import { createPushedEpisode } from '../../sim/pushed-episode.ts';
import type { SimState } from '../../sim/sim-state.ts';
import type { Clip } from '../../view/playback.ts';
import { type Hand, pullOf, shoveAt } from './hand.ts';
import type { Origin } from './origin.ts';

/** A clip whose episode is simulated while it is shown, and that the viewer pushes. */
export interface PushedClip {
  readonly clip: Clip;
  /** Sets the hand that holds a part, undefined for none. */
  hold(hand: Hand | undefined): void;
  /** Shoves the torso. @param direction 1 forwards, -1 backwards */
  shove(direction: number): void;
  /** Simulates a little beyond a time of the clip, seconds. */
  advance(time: number): void;
  /** Whether there is no more to see: it lies on the ground, or has walked on for some seconds. */
  readonly isDone: boolean;
  release(): void;
}

/** Seconds of the viewer's time that the simulation is ahead of the picture: more than the longest step of the stage. */
const AHEAD = 0.12;
/** Seconds that are shown after a fall, and after the last touch without a fall. */
const AFTER_FALL = 1.5;
const AFTER_TOUCH = 8;

export interface PushedClipOptions {
  shown: Clip;
  origin: Origin;
  /** Seconds into the episode from which on it is pushed; until then it is the same. */
  time: number;
  /** Its caption. */
  words: string;
  /** Seconds of the episode for each of the viewer's. */
  speed(): number;
}

/** The episode of a clip, to be pushed from now on. */
export function createPushedClip({ shown, origin, time, words, speed }: PushedClipOptions): PushedClip {
  const { experiment, generation, genome, statistics, seeds } = origin;
  const setup = setupOf(effectiveAt(experiment, generation));
  const { gravity } = setup.settings;
  const episode = createPushedEpisode(setup, { genome, statistics, seed: seeds[0] ?? 0, record: true });
  episode.advance(time + AHEAD * Math.max(1, speed()));
  // Greater than any: no newer clip interrupts it.
  const distance = Number.MAX_VALUE;
  const { gait: _gait, ...plain } = shown;
  const clip: Clip = { ...plain, words, distance, fell: false, ghosts: [], recording: episode.recording };
  const now = () => (episode.recording.frameCount - 1) * episode.recording.frameTimestep;
  let hand: Hand | undefined;
  let shoved = { start: Number.POSITIVE_INFINITY, direction: 1 };
  let touched = now();
  let fallen: number | undefined;

  const forceAt = (state: SimState, step: number) =>
    hand
      ? pullOf(hand, state, gravity)
      : shoveAt(step * episode.recording.frameTimestep, shoved.start, shoved.direction, state);

  return {
    clip,
    hold(next) {
      hand = next;
      touched = now();
    },
    shove(direction) {
      shoved = { start: now(), direction };
      touched = now();
    },
    advance(to) {
      episode.advance(to + AHEAD * Math.max(0.3, speed()), forceAt);
      if (hand) touched = now();
      fallen = episode.isDown && hand === undefined ? (fallen ?? now()) : undefined;
      clip.fell = fallen !== undefined;
    },
    get isDone() {
      if (episode.isOver) return true;
      if (hand) return false;
      return (fallen !== undefined && now() - fallen > AFTER_FALL) || now() - touched > AFTER_TOUCH;
    },
    release: episode.release,
  };
}
