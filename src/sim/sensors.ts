import { type BodyPlan, withRole } from '../creature/body-plan.ts';
import { cos, sin } from '../math/portable.ts';
import { castRay } from './sight.ts';
import type { SimState } from './sim-state.ts';

/** One channel of the observation. */
export interface Sensor {
  readonly name: string;
  read(situation: SimState): number;
  /** Where it looks from the root, for one that sees: right and up to the end of its reach, metres. */
  ray?(standingHeight: number): readonly [dx: number, dy: number];
}

/** Rays look as far as so many standing heights, from straight down to this far forward, radians. */
const SIGHT_REACH = 4;
const SIGHT_SPREAD = 1.4;

const posture: Sensor[] = [
  { name: 'body angle', read: ({ physics }) => physics.angle(0) },
  { name: 'body turning', read: ({ physics }) => physics.omega(0) },
  { name: 'forward speed', read: ({ physics }) => physics.vx(0) },
  { name: 'upward speed', read: ({ physics }) => physics.vy(0) },
];

/** Distance to the ground along ray `i` of `count`, as a share of the ray's length. Computed on the terrain itself. */
function ray(i: number, count: number): Sensor {
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

function beat(frequency: number): Sensor[] {
  const phase = ({ time }: SimState) => 2 * Math.PI * frequency * time;
  return [
    { name: 'clock sine', read: (situation) => sin(phase(situation)) },
    { name: 'clock cosine', read: (situation) => cos(phase(situation)) },
  ];
}

/** What a body feels in a task, in the order the brain is given it. `clock` is a frequency in Hz, 0 for none. */
export function sensorsOf(plan: BodyPlan, { sight, clock }: { sight: number; clock: number }): Sensor[] {
  const joints = plan.joints.flatMap(({ name }, j): Sensor[] => [
    { name: `${name} angle`, read: ({ physics }) => physics.jointAngle(j) },
    { name: `${name} speed`, read: ({ physics }) => physics.jointSpeed(j) },
  ]);
  const feet = withRole(plan, 'foot').map((i): Sensor => {
    const { name } = plan.parts[i] as { name: string };
    return { name: `${name} touches`, read: ({ physics }) => (physics.touches(i) ? 1 : 0) };
  });
  const rays = Array.from({ length: sight }, (_, i) => ray(i, sight));
  return [...posture, ...joints, ...feet, ...rays, ...(clock > 0 ? beat(clock) : [])];
}
