import { bottomOf, hangingOn, inPart, inWorld, massOf, outside, wayTo } from './anatomy.ts';
import { type BodyPlan, type Joint, type Part, type Point, withRole } from './body-plan.ts';
import { corners } from './corners.ts';

/** What is unwise about a body that is no fault of its document. */
export interface Lint {
  id: 'weak' | 'reach' | 'room' | 'loose' | 'hidden' | 'many' | 'thin';
  /** One sentence for people. */
  words: string;
  /** Of `weak`: how many times as strong its muscles have to be to hold it. */
  factor?: number;
}

/** Sine of 30°: legs that cannot hold a body with knees bent so far cannot take a step either. */
const BENT = 0.5;
/** No foot nearer to the ground than that, metres: the body stands on something else. */
const REACH = 0.05;
/** A joint that turns less far moves nothing that could be seen, radians (about 3°). */
const ROOM = 0.05;
/** A hinge so far outside of a part it joins hangs in the air, metres. */
const LOOSE = 0.15;
/** Each part costs time and its joint adds knobs; the largest of our own bodies has 18. */
const MANY = 24;

/** What is unwise about a body, worst first; nothing of a good one. `gravity` in m/s². */
export function lint(plan: BodyPlan, gravity = 10): Lint[] {
  return [weak, reach, room, loose, hidden, many].flatMap((check) => check(plan, gravity) ?? []);
}

const longest = (from: Point, to: readonly Point[]) =>
  Math.max(...to.map(([x, y]) => Math.sqrt((x - from[0]) * (x - from[0]) + (y - from[1]) * (y - from[1]))));

/** Where a part ends, in the world: its corners, or a circle's middle. */
const rim = (part: Part): Point[] =>
  part.shape.kind === 'circle' ? [part.position] : corners(part.shape).map((corner) => inWorld(part, corner));

/**
 * Largest torque of each joint between the root and a foot against the moment of what it carries when all feet share the
 * weight and its piece of the leg leans by 30°. Below 1 the creature sinks to the ground whatever its brain does.
 */
function weak(plan: BodyPlan, gravity: number): Lint | undefined {
  const feet = withRole(plan, 'foot').map((i) => plan.parts[i] as Part);
  const mass = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + massOf(part), 0);
  let [least, name] = [Number.POSITIVE_INFINITY, ''];
  for (const foot of feet) {
    const way = wayTo(plan, foot.name);
    for (const [k, joint] of way.entries()) {
      const next = way[k + 1];
      const lever = longest(joint.anchor, next ? [next.anchor] : rim(foot));
      const carried = (mass(plan.parts) - mass(hangingOn(plan, joint.child))) / feet.length;
      const strength = joint.torque / (carried * gravity * lever * BENT);
      if (strength < least) [least, name] = [strength, joint.name];
    }
  }
  if (least >= 1) return undefined;
  const words = `It is too weak for its weight: the ${name} gives ${percent(least)} of the torque it takes to hold the body up with bent legs.`;
  return { id: 'weak', words, factor: 2 / Math.max(least, 0.002) };
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

function reach({ parts }: BodyPlan): Lint | undefined {
  const feet = parts.filter(({ role }) => role === 'foot');
  if (feet.length === 0) return { id: 'reach', words: 'It has no feet: no part of it is one to stand on.' };
  const lowest = parts.reduce((a, b) => (bottomOf(b) < bottomOf(a) ? b : a));
  const gap = Math.min(...feet.map(bottomOf)) - bottomOf(lowest);
  if (gap <= REACH) return undefined;
  return {
    id: 'reach',
    words: `Its feet do not reach the ground: standing, the ${lowest.name} is ${Math.round(100 * gap)} cm lower.`,
  };
}

function room({ joints }: BodyPlan): Lint | undefined {
  const stiff = joints.filter(({ limits, torque }) => torque > 0 && limits[1] - limits[0] < ROOM);
  if (stiff.length === 0) return undefined;
  const those = stiff.length === 1 ? `The joint ${nameIn(stiff)} has` : `The joints ${nameIn(stiff)} have`;
  return { id: 'room', words: `${those} no room to turn: the limits lie together.` };
}

const nameIn = (joints: readonly Joint[]) => joints.map(({ name }) => name).join(', ');

function loose({ parts, joints }: BodyPlan): Lint | undefined {
  const part = (name: string) => parts.find((each) => each.name === name) as Part;
  const off = joints.filter(
    ({ parent, child, anchor, sockets }) =>
      sockets === undefined && [parent, child].some((name) => outside(part(name), inPart(part(name), anchor)) > LOOSE),
  );
  if (off.length === 0) return undefined;
  return { id: 'loose', words: `A hinge hangs in the air beside the parts it joins: ${nameIn(off)}.` };
}

/** Parts of one creature pass through each other, so what overlaps does no harm; who is all inside another is not seen. */
function hidden({ parts }: BodyPlan): Lint | undefined {
  const inside = (a: Part, b: Part) =>
    a !== b && a.layer === b.layer && rim(a).every((point) => outside(b, inPart(b, point)) + roundness(a) <= 0);
  const found = parts.find((a) => parts.some((b) => inside(a, b)));
  const by = found && parts.find((b) => inside(found, b));
  if (found === undefined || by === undefined) return undefined;
  return {
    id: 'hidden',
    words: `The ${found.name} lies all inside the ${by.name}: nobody sees it, and parts do not push each other apart.`,
  };
}

/** How much further out a part goes than the points of its rim, metres. */
const roundness = ({ shape }: Part) => (shape.kind === 'circle' ? shape.radius : 0);

function many({ parts }: BodyPlan): Lint | undefined {
  if (parts.length <= MANY) return undefined;
  return {
    id: 'many',
    words: `It has ${parts.length} parts: slow to simulate, and each joint adds knobs to learn. ${MANY} go well.`,
  };
}
