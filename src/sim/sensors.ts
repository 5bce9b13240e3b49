import { type BodyPlan, withRole } from '../creature/body-plan.ts';
import { musclesOf } from '../creature/muscle.ts';
import { cos, sin } from '../math/portable.ts';
import { castRay } from './sight.ts';
import type { SimState } from './sim-state.ts';

/** One channel of the observation. */
export interface Sensor {
  readonly name: string;
  read(state: SimState): number;
  /** Of a distance sensor: its ray from the root, to the right and upward, metres. */
  ray?(standingHeight: number): readonly [dx: number, dy: number];
}

/** Length of a ray in standing heights. */
const SIGHT_REACH = 4;
/** Angle of the foremost ray against straight down, radians. */
const SIGHT_SPREAD = 1.4;

const posture: Sensor[] = [
  { name: 'body angle', read: ({ physics }) => physics.angle(0) },
  { name: 'body turning', read: ({ physics }) => physics.omega(0) },
  { name: 'forward speed', read: ({ physics }) => physics.vx(0) },
  { name: 'upward speed', read: ({ physics }) => physics.vy(0) },
];

/** Distance to the ground along ray `i` of `count`, as a share of the ray's length. */
function rayTo(i: number, count: number): Sensor {
  const angle = (SIGHT_SPREAD * (i + 1)) / count;
  const dx = sin(angle);
  const dy = -cos(angle);
  return {
    name: `ground ahead ${i + 1}`,
    ray: (standingHeight) => [dx * SIGHT_REACH * standingHeight, dy * SIGHT_REACH * standingHeight],
    read({ physics, terrain, standingHeight }) {
      const reach = SIGHT_REACH * standingHeight;
      return castRay(terrain, physics.x(0), physics.y(0), dx * reach, dy * reach);
    },
  };
}

function clockSensors(frequency: number): Sensor[] {
  const phase = ({ time }: SimState) => 2 * Math.PI * frequency * time;
  return [
    { name: 'clock sine', read: (state) => sin(phase(state)) },
    { name: 'clock cosine', read: (state) => cos(phase(state)) },
  ];
}

/**
 * Default sensors of a body: root, joints, muscles (beyond its
 * rest length, as a share of that, and its rate), feet, `sight` rays, and the sine and cosine of a clock of `clock` Hz (0 for
 * none), in the order of the observation.
 */
export function sensorsOf(plan: BodyPlan, { sight, clock }: { sight: number; clock: number }): Sensor[] {
  const joints = plan.joints.flatMap(({ name }, j): Sensor[] => [
    { name: `${name} angle`, read: ({ physics }) => physics.jointAngle(j) },
    { name: `${name} speed`, read: ({ physics }) => physics.jointSpeed(j) },
  ]);
  const muscles = musclesOf(plan).flatMap(({ name, rest }, m): Sensor[] => [
    { name: `${name} length`, read: ({ physics }) => physics.muscles!.length(m) / rest - 1 },
    { name: `${name} rate`, read: ({ physics }) => physics.muscles!.rate(m) / rest },
  ]);
  const feet = withRole(plan, 'foot').map((i): Sensor => {
    const { name } = plan.parts[i]!;
    return { name: `${name} touches`, read: ({ physics }) => (physics.touches(i) ? 1 : 0) };
  });
  const rays = Array.from({ length: sight }, (_, i) => rayTo(i, sight));
  return [...posture, ...joints, ...muscles, ...feet, ...rays, ...(clock > 0 ? clockSensors(clock) : [])];
}
