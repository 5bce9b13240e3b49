import type { Recording } from '../sim/recording.ts';
import { lengthOf } from './pose.ts';

/** Ends of a creature's rangefinder rays from a point, metres, and whether each hits the ground. Reuses one array. */
export type Rays = (x: number, y: number) => readonly { toX: number; toY: number; isMet: boolean }[];

/** A recorded episode to be shown on the stage. */
export interface Clip {
  generation: number;
  /** Its caption. */
  words: string;
  /** Distance covered, metres; decides which clip is shown next. */
  distance: number;
  fell: boolean;
  /** Name of its gait; for episodes that were evaluated. */
  gait?: string;
  /** Colour of the creature, 0xrrggbb; that of the palette by default. */
  colour?: number | undefined;
  recording: Recording;
  /** Earlier champions drawn with it, the newest first. */
  ghosts: readonly Recording[];
  /** Its generation on the same ground; it is one of them. */
  crowd?: Crowd;
  /** Creatures with other bodies that race against it; the clip lasts until the last of them ends. */
  race?: Race;
  /** A creature with the same body that moves beside it, some seconds ahead, with its label. */
  companion?: { recording: Recording; words: string; ahead: number } | undefined;
  /** Only for creatures with rangefinders. */
  rays?: Rays | undefined;
}

/** Colours are 0xrrggbb; `words` is the label above the creature. */
export interface Race {
  front: { colour: number; words: string };
  others: readonly Racer[];
}

export interface Racer {
  recording: Recording;
  colour: number;
  words: string;
}

/** Duration of a clip, seconds. */
export const clipDuration = ({ recording, race }: Clip) =>
  (race?.others ?? []).reduce((longest, each) => Math.max(longest, lengthOf(each.recording)), lengthOf(recording));

export interface Crowd {
  /** The best first; `share` is the rank of each, from 1 for the best to 0 for the worst, and its colour if it has none. */
  members: readonly { recording: Recording; share: number; colour?: number | undefined }[];
  /** Index of the one that the camera follows. */
  leader: number;
}

/** Decides which clip is shown, and at which time of it. */
export interface Playback {
  readonly clip: Clip | undefined;
  /** Seconds into the clip. */
  readonly time: number;
  readonly isOver: boolean;
  /** Offers a newer clip; it replaces the one offered before unless that covers a much greater distance. */
  offer(clip: Clip): void;
  /** Shows a clip at once, at the present time if it lasts that long: for scrubbing through many. */
  cut(clip: Clip): void;
  /** While paused, clips that are offered wait. */
  setPaused(isPaused: boolean): void;
  /** Moves by a number of frames within the clip. */
  step(by: number): void;
  /** Moves to a time of the clip, seconds; clamped to its duration. */
  seek(time: number): void;
  /** Drops the clip that is shown and the one that was offered. */
  clear(): void;
  /** Advances by `dt` seconds of the viewer's time. Returns true when a clip begins. */
  advance(dt: number, speed: number): boolean;
}

/** Minimum time that a clip is shown, and pause after its end, seconds. */
const MIN_SHOWN = 1.5;
const PAUSE_AT_END = 0.8;
/** Up to this time, seconds, a clip is interrupted more easily. */
const EARLY = 3;

/**
 * Whether `next` covers so much more distance than `now` that it may interrupt it, `time` seconds into it: 1.5 times as much
 * early on, 3 times later, and at least 2 m more.
 */
export function outclasses(next: Pick<Clip, 'distance'>, now: Pick<Clip, 'distance'>, time: number): boolean {
  const factor = time < EARLY ? 1.5 : 3;
  return next.distance > factor * Math.max(0, now.distance) && next.distance > now.distance + 2;
}

/** Shows the newest clip when the present one ends, and one that outclasses it after `MIN_SHOWN` seconds. */
export function createPlayback(): Playback {
  let clip: Clip | undefined;
  let next: Clip | undefined;
  let time = 0;
  let shown = 0;
  let pausedAtEnd = 0;
  let isCut = false;
  let isPaused = false;

  function begin(): boolean {
    clip = next ?? clip;
    next = undefined;
    time = 0;
    shown = 0;
    pausedAtEnd = 0;
    return clip !== undefined;
  }

  return {
    get clip() {
      return clip;
    },
    get time() {
      return time;
    },
    get isOver() {
      return clip !== undefined && time >= clipDuration(clip);
    },
    offer(newest) {
      if (next === undefined || !outclasses(next, newest, 0)) next = newest;
    },
    cut(to) {
      clip = to;
      next = undefined;
      // A race is shown from its start.
      if (to.race || time >= clipDuration(to)) time = 0;
      shown = 0;
      pausedAtEnd = 0;
      isCut = true;
    },
    setPaused(yes) {
      isPaused = yes;
    },
    step(by) {
      if (clip === undefined) return;
      const { frameTimestep } = clip.recording;
      const frame = Math.floor(time / frameTimestep + 1e-9);
      time = Math.max(0, Math.min(clipDuration(clip), (frame + by) * frameTimestep));
      pausedAtEnd = 0;
    },
    seek(to) {
      if (clip === undefined) return;
      time = Math.max(0, Math.min(clipDuration(clip), to));
      pausedAtEnd = 0;
    },
    clear() {
      isCut = false;
      time = 0;
      clip = undefined;
      next = undefined;
    },
    advance(dt, speed) {
      if (clip === undefined) return next !== undefined && begin();
      if (isCut) {
        isCut = false;
        return true;
      }
      if (isPaused) return false;
      const end = clipDuration(clip);
      shown += dt;
      time = Math.min(end, time + dt * speed);
      if (time >= end) {
        pausedAtEnd += dt * Math.max(1, speed);
        return pausedAtEnd >= PAUSE_AT_END && begin();
      }
      return next !== undefined && shown >= MIN_SHOWN && outclasses(next, clip, time) && begin();
    },
  };
}
