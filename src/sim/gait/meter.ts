import type { BodyPlan } from '../../creature/body-plan.ts';
import { musclesOf } from '../../creature/muscle.ts';
import type { Muscles } from '../physics.ts';
import type { Terrain } from '../terrain.ts';
import type { Gait } from './gait.ts';
import { measureGait } from './measure.ts';
import { type Anatomy, anatomyOf, createTrack, type Frame, type Track } from './track.ts';

/** A frame of a simulated body, with its motors' power and speeds. */
export interface MeterFrame extends Frame {
  /** kg. */
  readonly mass: number;
  /** Writes the power of each motor, watts. */
  powers(into: Float64Array): void;
  /** rad/s. */
  jointSpeed(joint: number): number;
  readonly muscles?: Pick<Muscles, 'power'>;
}

/** The end of an episode, as far as the gait depends on it. */
interface Ending {
  /** Distance of the root from the start, metres. */
  distance: number;
  hasFallen: boolean;
  /** m/s². */
  gravity: number;
}

/** Follows the legs of one body through one episode. */
export interface GaitMeter {
  readonly anatomy: Anatomy;
  readonly track: Track;
  /** Of the whole body, kg; 0 before the first frame. */
  readonly mass: number;
  /** Work of motors and muscles so far, joules. */
  readonly work: number;
  /** Mean speed of the joints next to the hips while their foot is down or near the ground, rad/s. */
  readonly kneeSpeed: number;
  /** To be called after each physics step. */
  observe(frame: MeterFrame, terrain: Terrain): void;
  read(ending: Ending): Gait;
  /** Gives the memory of the track back: nothing may be read afterwards. */
  release(): void;
}

/** @param rate physics steps a second. */
export function createGaitMeter(plan: BodyPlan, rate: number): GaitMeter {
  const anatomy = anatomyOf(plan);
  const track = createTrack(anatomy, rate);
  const knees = Int32Array.from(anatomy.legs, ({ joints }) => joints[1] ?? -1);
  const powers = new Float64Array(plan.joints.length);
  const muscleCount = musclesOf(plan).length;
  // In arrays: V8 makes an object for each number with a fraction that is written to a variable of an outer function.
  const work = new Float64Array(1);
  const bending = new Float64Array(1);
  let mass = 0;
  let stances = 0;
  return {
    anatomy,
    track,
    get mass() {
      return mass;
    },
    get kneeSpeed() {
      return stances > 0 ? bending[0]! / stances : 0;
    },
    get work() {
      return work[0]!;
    },
    observe(frame, terrain) {
      mass = frame.mass;
      let total = work[0]!;
      frame.powers(powers);
      for (let j = 0; j < powers.length; j++) total += powers[j]! / rate;
      for (let m = 0; m < muscleCount; m++) total += Math.abs(frame.muscles!.power(m)) / rate;
      work[0] = total;
      track.observe(frame, terrain);
      for (let leg = 0; leg < knees.length; leg++) {
        const knee = knees[leg]!;
        if (knee < 0 || track.near[leg]![track.frameCount - 1] !== 1) continue;
        bending[0]! += Math.abs(frame.jointSpeed(knee));
        stances++;
      }
    },
    read({ distance, hasFallen, gravity }) {
      const costOfTransport = distance > 0 ? work[0]! / (mass * gravity * distance) : 0;
      return measureGait(track, { anatomy, gravity, hasFallen, costOfTransport });
    },
    release: track.release,
  };
}
