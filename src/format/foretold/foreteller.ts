import type { BodyPlan } from '../../creature/body-plan.ts';
import { cos, sin } from '../../math/portable.ts';
import type { Terrain } from '../../sim/terrain.ts';
import { type Contact, keepOut, keepStill, lift, pushAgain } from './contacts.ts';
import { holdTogether, readied, straighten } from './hinges.ts';
import { createMotion, type Motion, ROWS } from './motion.ts';
import { type Hinge, physiqueOf } from './physique.ts';
import { contactsOn } from './touching.ts';

/** What a life was lived by, as far as it can be foretold. */
export interface Laws {
  /** Seconds. */
  frameTimestep: number;
  /** m/s². */
  gravity: number;
}

/** As hard as lives try by default. More would foretell worse: what did not settle there must not settle here. */
const VELOCITY_GOES = 8;
const POSITION_GOES = 3;

/** Contacts of one part are solved together there, which as many sweeps over them come near. */
const SWEEPS = 8;

/** Says how a creature will be in the next frame, and is told how it was. */
export interface Foreteller {
  /** How it moves, as far as is known. */
  readonly motion: Motion;
  /** Its joints, in the solver's order. */
  readonly hinges: readonly Hinge[];
  /** x, y, angle of each part, metres and radians, and whether each touches the ground, by these efforts of the motors. */
  foretell(efforts: ArrayLike<number>): { poses: Float64Array; touches: Uint8Array };
  /** How it has really been: x, y, angle of each part. */
  correct(poses: Float64Array): void;
}

/** Up to so much (m or rad) a surprise may be rounding, and a share of it is taken for real; from so much on all of it is. */
const SLIGHT = 0.001;
const STARK = 0.002;
const BELIEF = 0.15;

function belief(surprise: number): number {
  const share = (Math.abs(surprise) - SLIGHT) / (STARK - SLIGHT);
  return BELIEF + (1 - BELIEF) * Math.max(0, Math.min(1, share));
}

/** No part goes farther in one frame, metres or radians: what is foretold beyond it is nonsense, and so are its velocities. */
const FAR = 10;

/** Velocity after a step that ended elsewhere than foretold. */
function believed(foretold: number, surprise: number, timestep: number): number {
  const velocity = foretold + (belief(surprise) * surprise) / timestep;
  return Math.abs(velocity) * timestep <= FAR ? velocity : 0;
}

/** Puts the centres of mass where the poses have them. */
function stand({ bulks, place: { x, y, angle } }: Motion, poses: Float64Array): void {
  bulks.forEach(({ centre: [u, w] }, i) => {
    const turn = poses[3 * i + 2] as number;
    const [c, s] = [cos(turn), sin(turn)];
    x[i] = (poses[3 * i] as number) + c * u - s * w;
    y[i] = (poses[3 * i + 1] as number) + s * u + c * w;
    angle[i] = turn;
  });
}

/** What `stand` undoes. */
function posesOf({ bulks, place: { x, y, angle } }: Motion): Float64Array {
  const poses = new Float64Array(3 * bulks.length);
  bulks.forEach(({ centre: [u, w] }, i) => {
    const turn = angle[i] as number;
    const [c, s] = [cos(turn), sin(turn)];
    poses[3 * i] = (x[i] as number) - (c * u - s * w);
    poses[3 * i + 1] = (y[i] as number) - (s * u + c * w);
    poses[3 * i + 2] = turn;
  });
  return poses;
}

/**
 * A small solver of rigid bodies after Box2D's (Catto 2005, "Iterative dynamics with temporal coherence"), which knows joints
 * with motors and limits and the line of the ground. It lives nothing and judges nothing: recordings are told by how far a life
 * was from what it foretells. So it is a part of the format: whatever becomes of the physics, this stays as it is.
 *
 * @param poses of the first frame's eve: x, y, angle of each part, at rest.
 */
export function createForeteller(plan: BodyPlan, terrain: Terrain, laws: Laws, poses: Float64Array): Foreteller {
  const { frameTimestep, gravity } = laws;
  const { bulks, hinges } = physiqueOf(plan);
  const motion = createMotion(bulks);
  const { place, velocity } = motion;
  const known = poses.slice();
  let contacts: Contact[] = [];
  stand(motion, known);

  /** As if it had always stood as it does. */
  function beginAnew(): void {
    stand(motion, known);
    for (const row of ROWS) velocity[row].fill(0);
    for (const hinge of hinges) Object.assign(hinge, { pull: { x: 0, y: 0 }, stop: 0, drive: 0, side: 0 });
    contacts = [];
  }

  function move(efforts: ArrayLike<number>): void {
    contacts = contactsOn(terrain, motion, contacts);
    for (let i = 0; i < bulks.length; i++) velocity.y[i] = (velocity.y[i] as number) - gravity * frameTimestep;
    for (const contact of contacts) pushAgain(contact, motion);
    const ready = hinges.map((hinge) => readied(hinge, motion, efforts[hinge.joint] as number, frameTimestep));
    for (let go = 0; go < VELOCITY_GOES; go++) {
      for (const hinge of ready) holdTogether(hinge, motion);
      for (const contact of contacts) keepStill(contact, motion);
      for (let sweep = 0; sweep < SWEEPS; sweep++) for (const contact of contacts) keepOut(contact, motion);
    }
    for (const row of ROWS) {
      for (let i = 0; i < bulks.length; i++) {
        place[row][i] = (place[row][i] as number) + frameTimestep * (velocity[row][i] as number);
      }
    }
    for (let go = 0, isWell = false; go < POSITION_GOES && !isWell; go++) {
      isWell = true;
      for (const contact of contacts) isWell = lift(contact, motion) && isWell;
      for (const hinge of hinges) isWell = straighten(hinge, motion) && isWell;
    }
  }

  return {
    motion,
    hinges,
    foretell(efforts) {
      move(efforts);
      const touches = new Uint8Array(bulks.length);
      for (const { part } of contacts) touches[part] = 1;
      const poses = posesOf(motion);
      if (poses.every((value, k) => Math.abs(value - (known[k] as number)) <= FAR)) return { poses, touches };
      beginAnew();
      return { poses: known.slice(), touches };
    },
    correct(real) {
      const foretold = ROWS.map((row) => place[row].slice());
      known.set(real);
      stand(motion, known);
      for (const [k, row] of ROWS.entries()) {
        for (let i = 0; i < bulks.length; i++) {
          const surprise = (place[row][i] as number) - (foretold[k]?.[i] as number);
          velocity[row][i] = believed(velocity[row][i] as number, surprise, frameTimestep);
        }
      }
    },
  };
}
