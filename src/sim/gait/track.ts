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
  readonly touching: Uint8Array[];
  /** 1 where it touches or is nearer to the ground than 2 % of L. */
  readonly near: Uint8Array[];
  /** x of each sole, metres. */
  readonly soleX: Float64Array[];
  /** Metres that the lowest point of a sole moved along the ground in the frame, also in the air. */
  readonly slid: Float64Array[];
  /** x of the root, metres. */
  rootX: Float64Array;
}

/** A foot nearer to the ground than this share of L counts as down in tolerant contacts. */
const TOLERANCE = 0.02;

/** What a frame is read from: a simulated body or a recording of one. */
export interface Frame {
  touches(part: number): boolean;
  x(part: number): number;
  y(part: number): number;
  angle(part: number): number;
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

/** Frames for which rows have room at first. */
const FIRST_LENGTH = 256;

const bytes = (count: number) => new Uint8Array(count);
const doubles = (count: number) => new Float64Array(count);

/** A row twice as long, with the same beginning. */
function longer<R extends Uint8Array | Float64Array>(row: R, make: (count: number) => R): R {
  const result = make(2 * row.length);
  result.set(row);
  return result;
}

/** Makes room for twice as many frames. */
function extend(track: Track): void {
  track.rootX = longer(track.rootX, doubles);
  for (let leg = 0; leg < track.legs.length; leg++) {
    track.touching[leg] = longer(track.touching[leg]!, bytes);
    track.near[leg] = longer(track.near[leg]!, bytes);
    track.soleX[leg] = longer(track.soleX[leg]!, doubles);
    track.slid[leg] = longer(track.slid[leg]!, doubles);
  }
}

/** Records the feet; `observe` is called once per frame. */
export function createTrack(
  { legs, soles, legLength }: Anatomy,
  rate: number,
): Track & { observe(frame: Frame, terrain: Terrain): void } {
  const rows = <R>(make: (count: number) => R) => legs.map(() => make(FIRST_LENGTH));
  const feet = legs.map(({ foot }) => foot);
  const states: SoleState[] = [];
  return {
    ...{ legs, legLength, rate, frameCount: 0, rootX: doubles(FIRST_LENGTH) },
    ...{ touching: rows(bytes), near: rows(bytes), soleX: rows(doubles), slid: rows(doubles) },
    observe(frame, terrain) {
      const at = this.frameCount;
      if (at === this.rootX.length) extend(this);
      this.frameCount++;
      this.rootX[at] = frame.x(0);
      for (let leg = 0; leg < feet.length; leg++) {
        const foot = feet[leg]!;
        const [x, y, angle] = [frame.x(foot), frame.y(foot), frame.angle(foot)];
        if (at === 0) states.push(standingSole(soles[leg]!, x, y, angle));
        const state = states[leg]!;
        moveSole(soles[leg]!, state, x, y, angle);
        const touches = frame.touches(foot);
        this.touching[leg]![at] = touches ? 1 : 0;
        this.near[leg]![at] = touches || clearanceOf(state, terrain) < TOLERANCE * legLength ? 1 : 0;
        this.soleX[leg]![at] = state.x;
        this.slid[leg]![at] = Math.abs(state.slid);
      }
    },
  };
}
