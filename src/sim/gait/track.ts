import type { BodyPlan, Part } from '../../creature/body-plan.ts';
import { type Leg, legLength, legPairs, legsOf } from '../../creature/legs.ts';
import type { Terrain } from '../terrain.ts';
import { clearanceOf, moveSole, type Sole, type SoleState, soleOf, standingSole } from './sole.ts';

/**
 * The feet of one body, frame by frame; one row per leg, in the order of `legsOf`. Rows are longer than `frameCount`, and are
 * replaced by longer ones when they are full.
 */
export interface Track {
  readonly legs: readonly Leg[];
  /** Leg length L, metres. */
  readonly legLength: number;
  /** Frames a second. */
  readonly rate: number;
  frameCount: number;
  /** 1 where the foot touches the ground. */
  touching: Uint8Array[];
  /** 1 where it touches or is nearer to the ground than 2 % of L. */
  near: Uint8Array[];
  /** x of each sole, metres. */
  soleX: Float64Array[];
  /** Metres that the lowest point of a sole moved along the ground in the frame, also in the air. */
  slid: Float64Array[];
  /** x of the root, metres. */
  rootX: Float64Array;
}

/** A foot nearer to the ground than this share of L counts as down in tolerant contacts. */
const TOLERANCE = 0.02;

/** What a frame is read from: a simulated body or a recording of one. */
export interface Frame {
  touches(part: number): boolean;
  /** Writes a part's x, y, angle, and the sine and cosine of that angle. */
  pose(part: number, into: Float64Array): void;
  x(part: number): number;
}

/** A plan's legs and soles. */
export interface Anatomy {
  legs: readonly Leg[];
  legLength: number;
  soles: readonly Sole[];
  pairs: ReturnType<typeof legPairs>;
}

const known = new WeakMap<BodyPlan, Anatomy>();

/** Computed once for each plan object. */
export function anatomyOf(plan: BodyPlan): Anatomy {
  const anatomy = known.get(plan) ?? makeAnatomy(plan);
  known.set(plan, anatomy);
  return anatomy;
}

function makeAnatomy(plan: BodyPlan): Anatomy {
  const legs = legsOf(plan);
  const soles = legs.map(({ foot }) => soleOf(plan.parts[foot] as Part));
  return { legs, soles, legLength: legLength(plan, legs), pairs: legPairs(legs) };
}

/** Frames for which rows have room at first: 17 s at 60 Hz. */
const FIRST_LENGTH = 1024;

type Rows = Pick<Track, 'touching' | 'near' | 'soleX' | 'slid' | 'rootX'>;

/** Rows of tracks that were released: new ones for each episode would be most of its garbage. Every number is written before it is read. */
const unused: Rows[] = [];
const KEPT = 4;

function takeRows(legs: number): Rows {
  const fitting = unused.findIndex(({ touching }) => touching.length === legs);
  return fitting >= 0 ? unused.splice(fitting, 1)[0]! : rowsFor(legs, FIRST_LENGTH);
}

/** Rows for so many frames of so many legs, in one buffer: a buffer for each row would be most of an episode's garbage. */
function rowsFor(legs: number, frames: number): Rows {
  const doubles = 1 + 2 * legs;
  const buffer = new ArrayBuffer(8 * doubles * frames + 2 * legs * frames);
  const double = (row: number) => new Float64Array(buffer, 8 * row * frames, frames);
  const byte = (row: number) => new Uint8Array(buffer, (8 * doubles + row) * frames, frames);
  const each = <R>(make: (leg: number) => R) => Array.from({ length: legs }, (_, leg) => make(leg));
  return {
    rootX: double(0),
    soleX: each((leg) => double(1 + leg)),
    slid: each((leg) => double(1 + legs + leg)),
    touching: each(byte),
    near: each((leg) => byte(legs + leg)),
  };
}

/** Makes room for twice as many frames. */
function extend(track: Track): void {
  const longer = rowsFor(track.legs.length, 2 * track.rootX.length);
  longer.rootX.set(track.rootX);
  for (const name of ['touching', 'near', 'soleX', 'slid'] as const) {
    for (const [leg, row] of longer[name].entries()) row.set(track[name][leg]!);
  }
  Object.assign(track, longer);
}

/** Records the feet; `observe` is called once per frame. */
export function createTrack(
  { legs, soles, legLength }: Anatomy,
  rate: number,
): Track & { observe(frame: Frame, terrain: Terrain): void; release(): void } {
  const { rootX, soleX, slid, touching, near } = takeRows(legs.length);
  const feet = Int32Array.from(legs, ({ foot }) => foot);
  const states: SoleState[] = [];
  const pose = new Float64Array(5);
  const tolerance = TOLERANCE * legLength;
  const track = { legs, legLength, rate, frameCount: 0, rootX, soleX, slid, touching, near, observe, release };

  function observe(frame: Frame, terrain: Terrain): void {
    const at = track.frameCount;
    if (at === track.rootX.length) extend(track);
    track.frameCount++;
    track.rootX[at] = frame.x(0);
    for (let leg = 0; leg < feet.length; leg++) {
      const foot = feet[leg]!;
      const sole = soles[leg]!;
      frame.pose(foot, pose);
      if (at === 0) states.push(standingSole(sole, pose));
      const state = states[leg]!;
      moveSole(sole, state, pose);
      const touches = frame.touches(foot);
      track.touching[leg]![at] = touches ? 1 : 0;
      track.near[leg]![at] = touches || clearanceOf(state, terrain) < tolerance ? 1 : 0;
      track.soleX[leg]![at] = state.x;
      track.slid[leg]![at] = Math.abs(state.slid);
    }
  }

  function release(): void {
    const { rootX, soleX, slid, touching, near } = track;
    if (unused.length === KEPT) unused.shift();
    unused.push({ rootX, soleX, slid, touching, near });
  }

  return track;
}
