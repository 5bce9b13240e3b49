import type { BodyPlan } from '../../../creature/body-plan.ts';
import { cos, sin } from '../../../math/portable.ts';
import type { Senses, Sensor } from '../../sensors.ts';
import { castRay } from '../../sight.ts';
import { SCALE } from './course.ts';

/** Control steps a second. */
export const RATE = 50;
const RAYS = 10;
/** Length of a ray, metres. */
const RANGE = 160 / SCALE;
/** Ray i of RAYS is at i / RAYS of this angle against straight down, radians. */
const SPREAD = 1.5;
/** Width and height of Gymnasium's window, metres: factors of the speeds. */
const WIDTH = 600 / SCALE;
const HEIGHT = 400 / SCALE;

/** A leg's joints, the speeds by which theirs are divided, and its foot. */
interface Leg {
  hip: number;
  hipSpeed: number;
  knee: number;
  kneeSpeed: number;
  foot: number;
}

function legFrom({ joints, parts }: BodyPlan, hip: number): Leg {
  const knee = hip + 1;
  const foot = parts.findIndex(({ name }) => name === joints[knee]?.child);
  return { hip, hipSpeed: joints[hip]!.speed, knee, kneeSpeed: joints[knee]!.speed, foot };
}

function namesOf({ joints, parts }: BodyPlan, { hip, knee, foot }: Leg): string[] {
  const [hipName, kneeName] = [joints[hip]?.name, joints[knee]?.name];
  return [
    ...[`${hipName} angle`, `${hipName} speed`, `${kneeName} angle`, `${kneeName} speed`],
    `${parts[foot]?.name} touches`,
  ];
}

const rayAngle = (i: number) => (SPREAD * i) / RAYS;
/** The lidar rays from the hull's origin. */
const rayX = Float64Array.from({ length: RAYS }, (_, i) => sin(rayAngle(i)) * RANGE);
const rayY = Float64Array.from({ length: RAYS }, (_, i) => -cos(rayAngle(i)) * RANGE);

/** The 24 observations of BipedalWalker, in its order. */
export function bipedalWalkerSenses(plan: BodyPlan): Senses {
  const legs = [legFrom(plan, 0), legFrom(plan, 2)];
  const names = ['hull angle', 'hull turning', 'forward speed', 'upward speed'];
  const rays = Array.from(rayX, (dx, i): Sensor => ({ name: `lidar ${i + 1}`, ray: () => [dx, rayY[i]!] }));
  return {
    sensors: [...[...names, ...legs.flatMap((leg) => namesOf(plan, leg))].map((name) => ({ name })), ...rays],
    observe({ physics, terrain }, into) {
      into[0] = physics.angle(0);
      into[1] = (2 * physics.omega(0)) / RATE;
      into[2] = (0.3 * physics.vx(0) * WIDTH) / RATE;
      into[3] = (0.3 * physics.vy(0) * HEIGHT) / RATE;
      let at = 4;
      for (const { hip, hipSpeed, knee, kneeSpeed, foot } of legs) {
        into[at++] = physics.jointAngle(hip);
        into[at++] = physics.jointSpeed(hip) / hipSpeed;
        into[at++] = physics.jointAngle(knee) + 1;
        into[at++] = physics.jointSpeed(knee) / kneeSpeed;
        into[at++] = physics.touchFlag(foot) ? 1 : 0;
      }
      // The free share of each ray.
      for (let i = 0; i < RAYS; i++) into[at++] = castRay(terrain, physics.x(0), physics.y(0), rayX[i]!, rayY[i]!);
    },
  };
}
