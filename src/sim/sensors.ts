import { type BodyPlan, withRole } from '../creature/body-plan.ts';
import { musclesOf } from '../creature/muscle.ts';
import { cos, sin } from '../math/portable.ts';
import { castRay } from './sight.ts';
import type { SimState } from './sim-state.ts';

/** One channel of the observation. */
export interface Sensor {
  readonly name: string;
  /** Of a distance sensor: its ray from the root, to the right and upward, metres. */
  ray?(standingHeight: number): readonly [dx: number, dy: number];
}

/** The sensors of a body. All are read at once: V8 is slow where one place of the code calls functions of many kinds. */
export interface Senses {
  readonly sensors: readonly Sensor[];
  /** Writes the value of each sensor, in their order. */
  observe(state: SimState, into: Float64Array): void;
}

/** Length of a ray in standing heights. */
const SIGHT_REACH = 4;
/** Angle of the foremost ray against straight down, radians. */
const SIGHT_SPREAD = 1.4;

/** Angle of ray `i` of `count` against straight down. */
const rayAngle = (i: number, count: number) => (SIGHT_SPREAD * (i + 1)) / count;

/** @param rayX, rayY directions of the rays, of length 1. */
function sensorsOf(plan: BodyPlan, rayX: Float64Array, rayY: Float64Array, clock: number): Sensor[] {
  const named = (...names: string[]): Sensor[] => names.map((name) => ({ name }));
  const rays = Array.from(rayX, (dx, i): Sensor => {
    return {
      name: `ground ahead ${i + 1}`,
      ray: (standingHeight) => [dx * SIGHT_REACH * standingHeight, rayY[i]! * SIGHT_REACH * standingHeight],
    };
  });
  return [
    ...named('body angle', 'body turning', 'forward speed', 'upward speed'),
    ...plan.joints.flatMap(({ name }) => named(`${name} angle`, `${name} speed`)),
    ...musclesOf(plan).flatMap(({ name }) => named(`${name} length`, `${name} rate`)),
    ...withRole(plan, 'foot').flatMap((i) => named(`${plan.parts[i]!.name} touches`)),
    ...rays,
    ...(clock > 0 ? named('clock sine', 'clock cosine') : []),
  ];
}

/**
 * Default senses of a body: root, joints, muscles (beyond its rest length, as a share of that, and its rate), feet, `sight` rays
 * (distance to the ground, as a share of the ray's length), and the sine and cosine of a clock of `clock` Hz (0 for none).
 */
export function sensesOf(plan: BodyPlan, { sight, clock }: { sight: number; clock: number }): Senses {
  const joints = plan.joints.length;
  const rests = Float64Array.from(musclesOf(plan), ({ rest }) => rest);
  const feet = Int32Array.from(withRole(plan, 'foot'));
  const rayX = Float64Array.from({ length: sight }, (_, i) => sin(rayAngle(i, sight)));
  const rayY = Float64Array.from({ length: sight }, (_, i) => -cos(rayAngle(i, sight)));
  return {
    sensors: sensorsOf(plan, rayX, rayY, clock),
    observe({ physics, terrain, standingHeight, time }, into) {
      into[0] = physics.angle(0);
      into[1] = physics.omega(0);
      into[2] = physics.vx(0);
      into[3] = physics.vy(0);
      let at = 4;
      for (let j = 0; j < joints; j++) {
        into[at++] = physics.jointAngle(j);
        into[at++] = physics.jointSpeed(j);
      }
      for (let m = 0; m < rests.length; m++) {
        into[at++] = physics.muscles!.length(m) / rests[m]! - 1;
        into[at++] = physics.muscles!.rate(m) / rests[m]!;
      }
      for (let f = 0; f < feet.length; f++) into[at++] = physics.touches(feet[f]!) ? 1 : 0;
      const reach = SIGHT_REACH * standingHeight;
      for (let i = 0; i < rayX.length; i++)
        into[at++] = castRay(terrain, physics.x(0), physics.y(0), rayX[i]! * reach, rayY[i]! * reach);
      if (clock === 0) return;
      const phase = 2 * Math.PI * clock * time;
      into[at++] = sin(phase);
      into[at++] = cos(phase);
    },
  };
}
