import type { Recording } from '../sim/recording.ts';
import { lengthOf } from './pose.ts';

/** Where the rays end that it sees by from a place, metres, and whether something is met there; the same array each time. */
export type Rays = (x: number, y: number) => readonly { toX: number; toY: number; isMet: boolean }[];

/** A life to be shown. */
export interface Act {
  generation: number;
  /** What is said of it. */
  words: string;
  /** How far it goes, metres. */
  distance: number;
  fell: boolean;
  recording: Recording;
  /** Earlier ones to be seen with it, the newest first. */
  ghosts: readonly Recording[];
  /** Those of its own generation, all on the same ground; it is one of them itself. */
  crowd?: Crowd;
  /** Others of other kinds on the same ground, whom it runs against; the show goes on until the last of them is done. */
  race?: Race;
  /** Only for who sees. */
  rays?: Rays | undefined;
}

/** Colours are 0xrrggbb; the names stand over their heads. */
export interface Race {
  front: { colour: number; words: string };
  others: readonly Racer[];
}

export interface Racer {
  recording: Recording;
  colour: number;
  words: string;
}

/** Seconds that an act lasts. */
export const endOf = ({ recording, race }: Act) =>
  (race?.others ?? []).reduce((longest, each) => Math.max(longest, lengthOf(each.recording)), lengthOf(recording));

export interface Crowd {
  /** The best first; `share` is how good each is among them, 0 to 1. */
  lives: readonly { recording: Recording; share: number }[];
  /** Place of the one in front, whom the camera follows. */
  leader: number;
}

/** What is being shown, and since when. */
export interface Playback {
  readonly act: Act | undefined;
  /** Seconds of the life shown. */
  readonly time: number;
  readonly isOver: boolean;
  /** The newest life there is to show; takes the place of one not shown yet, unless that goes far further. */
  offer(act: Act): void;
  /** Shows this one at once, at the same moment of its life if it gets as far: for looking through many. */
  cut(act: Act): void;
  /** Stands still, or goes on; whoever is offered meanwhile waits. */
  hold(isHeld: boolean): void;
  /** So many frames on, within the life shown. */
  step(by: number): void;
  /** To a moment of the life shown, seconds; clamped to it. */
  seek(time: number): void;
  /** Forgets what is shown and what was offered. */
  clear(): void;
  /** Goes on by `dt` seconds of the viewer's time; true when another act begins. */
  advance(dt: number, speed: number): boolean;
}

/** Seconds an act is shown at least, and a fallen creature is left lying. */
const LEAST = 1.5;
const REST = 0.8;
/** So many seconds of a life are its beginning. */
const EARLY = 3;

/**
 * Whether a viewer would rather see that one than the rest of this, so many seconds into it. A good walk under way is not
 * broken off for a better one: only at its beginning, or when it is nothing beside the other.
 */
export function outclasses(next: Pick<Act, 'distance'>, now: Pick<Act, 'distance'>, time: number): boolean {
  const times = time < EARLY ? 1.5 : 3;
  return next.distance > times * Math.max(0, now.distance) && next.distance > now.distance + 2;
}

/** Decides which life is on the stage: the newest when one ends, and one that goes far further as soon as is decent. */
export function createPlayback(): Playback {
  let act: Act | undefined;
  let next: Act | undefined;
  let time = 0;
  let shown = 0;
  let rested = 0;
  let isCut = false;
  let isHeld = false;

  function begin(): boolean {
    act = next ?? act;
    next = undefined;
    time = 0;
    shown = 0;
    rested = 0;
    return act !== undefined;
  }

  return {
    get act() {
      return act;
    },
    get time() {
      return time;
    },
    get isOver() {
      return act !== undefined && time >= endOf(act);
    },
    offer(newest) {
      if (next === undefined || !outclasses(next, newest, 0)) next = newest;
    },
    cut(to) {
      act = to;
      next = undefined;
      // A race is seen from its start.
      if (to.race || time >= endOf(to)) time = 0;
      shown = 0;
      rested = 0;
      isCut = true;
    },
    hold(yes) {
      isHeld = yes;
    },
    step(by) {
      if (act === undefined) return;
      const { frameTimestep } = act.recording;
      const frame = Math.floor(time / frameTimestep + 1e-9);
      time = Math.max(0, Math.min(endOf(act), (frame + by) * frameTimestep));
      rested = 0;
    },
    seek(to) {
      if (act === undefined) return;
      time = Math.max(0, Math.min(endOf(act), to));
      rested = 0;
    },
    clear() {
      isCut = false;
      time = 0;
      act = undefined;
      next = undefined;
    },
    advance(dt, speed) {
      if (act === undefined) return next !== undefined && begin();
      if (isCut) {
        isCut = false;
        return true;
      }
      if (isHeld) return false;
      const end = endOf(act);
      shown += dt;
      time = Math.min(end, time + dt * speed);
      if (time >= end) {
        rested += dt * Math.max(1, speed);
        return rested >= REST && begin();
      }
      return next !== undefined && shown >= LEAST && outclasses(next, act, time) && begin();
    },
  };
}
