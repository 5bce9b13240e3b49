import {
  jointPath,
  lowestHeight,
  lowestPoint,
  signedDistance,
  subtree,
  toLocal,
  totalMass,
  toWorld,
} from './anatomy.ts';
import { type BodyPlan, type Joint, type Part, type Point, withRole } from './body-plan.ts';
import { corners } from './corners.ts';
import { musclesOf } from './muscle.ts';
import { muscleInAir, muscleSlack, standingLength, strengthOf } from './muscle-lint.ts';

/** A warning about a body whose document is valid. */
export interface Lint {
  id: 'weak' | 'reach' | 'room' | 'loose' | 'hidden' | 'many' | 'thin' | 'muscle-anchor' | 'muscle-rest';
  /** The warning in one sentence. */
  words: string;
  /** For `weak`: factor of all torques that makes the body strong enough. */
  factor?: number;
}

/** Sine of 30°: legs that cannot hold the body when they lean by this angle cannot take a step. */
const LEAN_SINE = 0.5;
/** Largest height of the lowest foot above the lowest point of the body, metres. */
const MAX_FOOT_HEIGHT = 0.05;
/** Smallest visible range of a joint, radians (about 3°). */
const MIN_RANGE = 0.05;
/** Largest distance of a hinge from a part that it connects, metres. */
const MAX_HINGE_GAP = 0.15;
/** Largest recommended number of parts: each costs time, its joint adds parameters. The catalogue's largest has 18. */
const MAX_PARTS = 24;

/** Warnings about a body, worst first. @param gravity m/s². */
export function lint(plan: BodyPlan, gravity = 10): Lint[] {
  return [weak, reach, slack, room, loose, unfixed, hidden, many].flatMap((check) => check(plan, gravity) ?? []);
}

const greatestDistance = (from: Point, to: readonly Point[]) =>
  Math.max(...to.map(([x, y]) => Math.sqrt((x - from[0]) * (x - from[0]) + (y - from[1]) * (y - from[1]))));

/** World positions of a part's corners, or of a circle's centre. */
const outline = (part: Part): Point[] =>
  part.shape.kind === 'circle' ? [part.position] : corners(part.shape).map((corner) => toWorld(part, corner));

/**
 * The torque that each joint between the root and a foot needs, N·m: the load's moment when all feet share the weight and this
 * segment of the leg leans by 30°. With less, the creature sinks to the ground whatever its brain does.
 */
export function torquesNeeded(plan: BodyPlan, gravity: number): Map<Joint, number> {
  const feet = withRole(plan, 'foot').map((i) => plan.parts[i]!);
  const needed = new Map<Joint, number>();
  for (const foot of feet) {
    const path = jointPath(plan, foot.name);
    for (const [k, joint] of path.entries()) {
      const next = path[k + 1];
      const lever = greatestDistance(joint.anchor, next ? [next.anchor] : outline(foot));
      const carried = (totalMass(plan.parts) - totalMass(subtree(plan, joint.child))) / feet.length;
      needed.set(joint, Math.max(needed.get(joint) ?? 0, carried * gravity * lever * LEAN_SINE));
    }
  }
  return needed;
}

function weak(plan: BodyPlan, gravity: number): Lint | undefined {
  let [least, name] = [Number.POSITIVE_INFINITY, ''];
  for (const [joint, needed] of torquesNeeded(plan, gravity)) {
    const strength = strengthOf(plan, joint) / needed;
    if (strength < least) [least, name] = [strength, joint.name];
  }
  if (least >= 1) return undefined;
  const giver = musclesOf(plan).length > 0 ? `the ${name} with its muscles` : `the ${name}`;
  const words = `It is too weak for its weight: ${giver} gives ${percent(least)} of the torque it takes to hold the body up with bent legs.`;
  return { id: 'weak', words, factor: 2 / Math.max(least, 0.002) };
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

function reach({ parts }: BodyPlan): Lint | undefined {
  const feet = parts.filter(({ role }) => role === 'foot');
  if (feet.length === 0) return { id: 'reach', words: 'It has no feet: no part of it is one to stand on.' };
  const lowest = parts.reduce((a, b) => (lowestHeight(b) < lowestHeight(a) ? b : a));
  const gap = lowestPoint(feet) - lowestHeight(lowest);
  if (gap <= MAX_FOOT_HEIGHT) return undefined;
  return {
    id: 'reach',
    words: `Its feet do not reach the ground: standing, the ${lowest.name} is ${Math.round(100 * gap)} cm lower.`,
  };
}

/** Joints whose motors have no room to turn them. */
export const stiffJoints = ({ joints }: BodyPlan): Joint[] =>
  joints.filter(({ limits, torque }) => torque > 0 && limits[1] - limits[0] < MIN_RANGE);

function room(plan: BodyPlan): Lint | undefined {
  const stiff = stiffJoints(plan);
  if (stiff.length === 0) return undefined;
  const those = stiff.length === 1 ? `The joint ${namesOf(stiff)} has` : `The joints ${namesOf(stiff)} have`;
  return { id: 'room', words: `${those} no room to turn: the limits lie together.` };
}

const namesOf = (joints: readonly { name: string }[]) => joints.map(({ name }) => name).join(', ');

/** Hinges that lie beside a part that they join. */
export function hingesInAir({ parts, joints }: BodyPlan): Joint[] {
  const part = (name: string) => parts.find((each) => each.name === name)!;
  return joints.filter(
    ({ parent, child, anchor, sockets }) =>
      sockets === undefined &&
      [parent, child].some((name) => signedDistance(part(name), toLocal(part(name), anchor)) > MAX_HINGE_GAP),
  );
}

function loose(plan: BodyPlan): Lint | undefined {
  const off = hingesInAir(plan);
  if (off.length === 0) return undefined;
  return { id: 'loose', words: `A hinge hangs in the air beside the parts it joins: ${namesOf(off)}.` };
}

function unfixed(plan: BodyPlan): Lint | undefined {
  const off = muscleInAir(plan);
  if (off.length === 0) return undefined;
  return { id: 'muscle-anchor', words: `A muscle ends in the air beside its part: ${namesOf(off)}.` };
}

function slack(plan: BodyPlan): Lint | undefined {
  const [first] = muscleSlack(plan);
  if (first === undefined) return undefined;
  const cm = (metres: number) => `${Math.round(100 * metres)} cm`;
  const length = standingLength(plan, first);
  const words = `The ${first.name} cannot pull as it stands: it is ${cm(length)} long, and has a force around its rest length of ${cm(first.rest)} only.`;
  return { id: 'muscle-rest', words };
}

/** The first part that lies all inside another of its layer, and that other. */
export function hiddenPart({ parts }: BodyPlan): [inner: Part, outer: Part] | undefined {
  const inside = (a: Part, b: Part) =>
    a !== b &&
    a.layer === b.layer &&
    outline(a).every((point) => signedDistance(b, toLocal(b, point)) + margin(a) <= 0);
  const found = parts.find((a) => parts.some((b) => inside(a, b)));
  const by = found && parts.find((b) => inside(found, b));
  return found && by && [found, by];
}

/** Parts of a creature do not collide with each other, so an overlap is harmless; but a part inside another is invisible. */
function hidden(plan: BodyPlan): Lint | undefined {
  const found = hiddenPart(plan);
  if (found === undefined) return undefined;
  const [inner, outer] = found;
  return {
    id: 'hidden',
    words: `The ${inner.name} lies all inside the ${outer.name}: nobody sees it, and parts do not push each other apart.`,
  };
}

/** Distance that a part extends beyond its outline's points, metres. */
const margin = ({ shape }: Part) => (shape.kind === 'circle' ? shape.radius : 0);

function many({ parts }: BodyPlan): Lint | undefined {
  if (parts.length <= MAX_PARTS) return undefined;
  return {
    id: 'many',
    words: `It has ${parts.length} parts: slow to simulate, and each joint adds knobs to learn. ${MAX_PARTS} go well.`,
  };
}
