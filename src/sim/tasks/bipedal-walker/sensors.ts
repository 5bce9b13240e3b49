import type { BodyPlan } from '../../../creature/body-plan.ts';
import { cos, sin } from '../../../math/portable.ts';
import type { Sensor } from '../../sensors.ts';
import { castRay } from '../../sight.ts';
import type { SimState } from '../../sim-state.ts';
import { SCALE } from './course.ts';

/** Control steps a second. */
export const RATE = 50;
const RAYS = 10;
/** Length of a ray, metres, and how far forward the rays would reach if there were one more, radians. */
const RANGE = 160 / SCALE;
const SPREAD = 1.5;
/** Width and height of Gymnasium's window, metres: what speeds are scaled by. */
const WIDTH = 600 / SCALE;
const HEIGHT = 400 / SCALE;

const hull: Sensor[] = [
  { name: 'hull angle', read: ({ physics }) => physics.angle(0) },
  { name: 'hull turning', read: ({ physics }) => (2 * physics.omega(0)) / RATE },
  { name: 'forward speed', read: ({ physics }) => (0.3 * physics.vx(0) * WIDTH) / RATE },
  { name: 'upward speed', read: ({ physics }) => (0.3 * physics.vy(0) * HEIGHT) / RATE },
];

function leg({ joints, parts }: BodyPlan, hip: number): Sensor[] {
  const knee = hip + 1;
  const [hipName, kneeName] = [joints[hip]?.name, joints[knee]?.name];
  const foot = parts.findIndex(({ name }) => name === joints[knee]?.child);
  const speed = (joint: number) => joints[joint]?.speed as number;
  return [
    { name: `${hipName} angle`, read: ({ physics }) => physics.jointAngle(hip) },
    { name: `${hipName} speed`, read: ({ physics }) => physics.jointSpeed(hip) / speed(hip) },
    { name: `${kneeName} angle`, read: ({ physics }) => physics.jointAngle(knee) + 1 },
    { name: `${kneeName} speed`, read: ({ physics }) => physics.jointSpeed(knee) / speed(knee) },
    { name: `${parts[foot]?.name} touches`, read: ({ physics }) => (physics.touchFlag(foot) ? 1 : 0) },
  ];
}

/** A lidar ray from the hull's origin: the share of it that is free. */
function ray(i: number): Sensor {
  const angle = (SPREAD * i) / RAYS;
  const dx = sin(angle) * RANGE;
  const dy = -cos(angle) * RANGE;
  return {
    name: `lidar ${i + 1}`,
    ray: () => [dx, dy],
    read: ({ physics, terrain }: SimState) => castRay(terrain, physics.x(0), physics.y(0), dx, dy),
  };
}

/** BipedalWalker's 24 observations in its order. */
export const sensorsOf = (plan: BodyPlan): Sensor[] => [
  ...hull,
  ...leg(plan, 0),
  ...leg(plan, 2),
  ...Array.from({ length: RAYS }, (_, i) => ray(i)),
];
