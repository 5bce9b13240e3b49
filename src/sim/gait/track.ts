import type { BodyPlan, Part } from '../../creature/body-plan.ts';
import { type Leg, legLength, legPairs, legsOf } from '../../creature/legs.ts';
import type { Terrain } from '../terrain.ts';
import { type Pose, poseOf, type Sole, soleOf, soleState } from './sole.ts';

/** The feet of one body, frame by frame; one row per leg, in the order of `legsOf`. */
export interface Track {
  readonly legs: readonly Leg[];
  /** Leg length L, metres. */
  readonly legLength: number;
  /** Frames a second. */
  readonly rate: number;
  frameCount: number;
  /** 1 where the foot touches the ground. */
  readonly touching: number[][];
  /** 1 where it touches or is nearer to the ground than 2 % of L. */
  readonly near: number[][];
  /** x of each sole, metres. */
  readonly soleX: number[][];
  /** Metres that the lowest point of a sole moved along the ground in the frame, also in the air. */
  readonly slid: number[][];
  /** x of the root, metres. */
  readonly rootX: number[];
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

/** Records the feet; `observe` is called once per frame. */
export function createTrack(
  { legs, soles, legLength }: Anatomy,
  rate: number,
): Track & { observe(frame: Frame, terrain: Terrain): void } {
  const row = () => legs.map((): number[] => []);
  const poses: (Pose | undefined)[] = legs.map(() => undefined);
  const push = (rows: number[][], leg: number, value: number) => rows[leg]!.push(value);
  return {
    ...{ legs, legLength, rate, frameCount: 0, rootX: [] as number[] },
    ...{ touching: row(), near: row(), soleX: row(), slid: row() },
    observe(frame, terrain) {
      this.frameCount++;
      this.rootX.push(frame.x(0));
      for (let leg = 0; leg < legs.length; leg++) {
        const { foot } = legs[leg] as Leg;
        const now = poseOf(frame.x(foot), frame.y(foot), frame.angle(foot));
        const { x, slid, clearance } = soleState(soles[leg] as Sole, poses[leg] ?? now, now, terrain);
        const touches = frame.touches(foot);
        push(this.touching, leg, touches ? 1 : 0);
        push(this.near, leg, touches || clearance < TOLERANCE * legLength ? 1 : 0);
        push(this.soleX, leg, x);
        push(this.slid, leg, Math.abs(slid));
        poses[leg] = now;
      }
    },
  };
}
