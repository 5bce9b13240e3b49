import { lowestPoint } from './anatomy.ts';
import type { BodyPlan, Joint, Part } from './body-plan.ts';

/** One leg of a body plan: the chain of joints from a torso part down to a part whose role is `foot`. */
export interface Leg {
  /** Index of the foot among the parts. */
  foot: number;
  /** Indices of its joints, from the hip to the foot. */
  joints: number[];
  /** World position of the hip when standing, metres. */
  hip: readonly [x: number, y: number];
  side: 'left' | 'right' | 'middle';
  /** Index among the legs of its counterpart on the other side. */
  mate: number | undefined;
}

/** Two legs of one girdle, as indices among the legs. */
export interface LegPair {
  left: number;
  right: number;
}

/** Hips less than this apart belong to one girdle, metres. */
const SAME_PLACE = 0.01;

/** The name of the counterpart on the other side: `left` and `right` swapped, where a name begins with one of them. */
export function mirrorName(name: string): string {
  if (name.startsWith('left ')) return `right ${name.slice(5)}`;
  if (name.startsWith('right ')) return `left ${name.slice(6)}`;
  return name;
}

/** Indices of the joints from a torso down to a part; undefined where the way up meets another foot or no torso. */
function chainTo({ parts, joints }: BodyPlan, foot: number): number[] | undefined {
  const chain: number[] = [];
  let child = (parts[foot] as Part).name;
  for (;;) {
    const j = joints.findIndex((joint) => joint.child === child);
    if (j < 0) return undefined;
    chain.unshift(j);
    const { parent } = joints[j] as Joint;
    const { role } = parts.find(({ name }) => name === parent) as Part;
    if (role === 'torso') return chain;
    if (role === 'foot') return undefined;
    child = parent;
  }
}

function sideOf({ name, layer }: Part): Leg['side'] {
  if (name.startsWith('left ') || name.startsWith('right ')) return name.startsWith('left ') ? 'left' : 'right';
  return layer === 1 ? 'left' : layer === -1 ? 'right' : 'middle';
}

/**
 * The legs of a plan in the order of its feet; none for a body that lies on its feet, such as a caterpillar's. Two legs are
 * counterparts by their names (`left shin`, `right shin`), or else by hips at one place on different sides.
 */
export function legsOf(plan: BodyPlan): Leg[] {
  const legs = plan.parts.flatMap((part, foot): Leg[] => {
    const joints = part.role === 'foot' ? chainTo(plan, foot) : undefined;
    if (joints === undefined) return [];
    const { anchor } = plan.joints[joints[0]!] as Joint;
    return [{ foot, joints, hip: anchor, side: sideOf(part), mate: undefined }];
  });
  const nameOf = ({ foot }: Leg) => (plan.parts[foot] as Part).name;
  const isMate = (one: Leg, other: Leg) => {
    if (one.side === 'middle' || other.side === one.side || other.side === 'middle') return false;
    const mirrored = mirrorName(nameOf(one));
    if (mirrored !== nameOf(one)) return mirrored === nameOf(other);
    return Math.abs(one.hip[0] - other.hip[0]) < SAME_PLACE && Math.abs(one.hip[1] - other.hip[1]) < SAME_PLACE;
  };
  return legs.map((leg) => {
    const mate = legs.findIndex((other) => isMate(leg, other));
    return { ...leg, mate: mate < 0 ? undefined : mate };
  });
}

/** Pairs of counterparts, the foremost girdle first. */
export function legPairs(legs: readonly Leg[]): LegPair[] {
  const pairs = legs.flatMap(({ side, mate }, left) => {
    return side === 'left' && mate !== undefined ? [{ left, right: mate }] : [];
  });
  const x = ({ left }: LegPair) => (legs[left] as Leg).hip[0];
  return pairs.sort((a, b) => x(b) - x(a));
}

/** Leg length L, metres: mean height of the hips when standing, or of the root for a body without legs. */
export function legLength(plan: BodyPlan, legs: readonly Leg[] = legsOf(plan)): number {
  const ground = lowestPoint(plan.parts);
  const heights = legs.map(({ hip }) => hip[1] - ground);
  if (heights.length === 0) heights.push((plan.parts[0] as Part).position[1] - ground);
  const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  return Math.max(SHORTEST, mean);
}

/** Lower bound of the leg length, by which lengths and speeds are divided, metres. */
const SHORTEST = 0.01;
