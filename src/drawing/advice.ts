import { jointPath, lowestPoint, massOf, subtree, totalMass } from '../creature/anatomy.ts';
import { type BodyPlan, type Joint, type Part, withRole } from '../creature/body-plan.ts';
import { boundsOf } from '../creature/bounds.ts';
import { legLength, legsOf } from '../creature/legs.ts';
import type { Edit } from './edit.ts';
import { type Finding, theOf } from './finding.ts';
import { farthest, longerLegs, standing } from './remedies.ts';
import { tidy } from './transform.ts';

/** m/s². */
const GRAVITY = 10;
/** Weights of the catalogue's bodies are 6 to 19 kg. */
const MAX_MASS = 60;
/** The catalogue's largest body has 17 joints. */
const MAX_JOINTS = 18;
/** Shares of the body's width: legs shorter than the one hardly take a step, and are made as long as the other. */
const SHORT_LEG = 0.15;
const USUAL_LEG = 0.3;
/** Speed that motors may give the end of a limb against the root, m/s: the catalogue's reach 30, at 100 a simulation has failed. */
const MAX_TIP_SPEED = 45;
/** The ground is level from 8 m behind the start to 4 m ahead. */
const BEHIND = -6;
const AHEAD = 3.9;
/** Distance from the ground at which a drawing is not put right, metres. */
const GROUND_GAP = 0.05;

type Check = (plan: BodyPlan) => Finding | undefined;

const about = (
  id: string,
  severity: Finding['severity'],
  words: string,
  rest: Partial<Pick<Finding, 'parts' | 'joints' | 'remedies'>> = {},
): Finding => ({ id, severity, words, parts: [], joints: [], remedies: [], ...rest });

const cm = (metres: number) => `${Math.round(100 * metres)} cm`;

const ground: Check = (plan) => {
  const low = lowestPoint(plan.parts);
  if (Math.abs(low) <= GROUND_GAP) return undefined;
  const words =
    low < 0
      ? `It starts ${cm(-low)} inside the ground: a run will lift it until its lowest point stands on it.`
      : `It starts ${cm(low)} above the ground: a run will put its lowest point on it.`;
  return about('ground', 'advice', words, { remedies: [{ words: 'Stand it on the ground', edit: standing(plan) }] });
};

const wide: Check = (plan) => {
  const { left, right } = boundsOf(plan.parts);
  if (left >= BEHIND && right <= AHEAD) return undefined;
  const fits = right - left <= AHEAD - BEHIND;
  const by = right > AHEAD ? AHEAD - right - 0.1 : BEHIND - left + 0.1;
  const move: Edit = { kind: 'move', parts: plan.parts.map(({ name }) => name), by: [tidy(by), 0] };
  const side = right > AHEAD ? `${right.toFixed(1)} m ahead` : `${(-left).toFixed(1)} m behind`;
  return about(
    'wide',
    'warning',
    `It reaches ${side} of the start, where the ground is not level any more: it would start inside the ground.`,
    { remedies: fits ? [{ words: 'Move it to the start', edit: move }] : [] },
  );
};

/** Joints whose motors together can whirl something on them too fast, with the speed at its tip, m/s. */
function whirling(plan: BodyPlan): { joints: string[]; part: string; speed: number } {
  let worst = { joints: [] as string[], part: '', speed: 0 };
  for (const part of plan.parts) {
    const path = jointPath(plan, part.name);
    const speed = path.reduce((sum, joint) => sum + joint.speed * farthest(part, joint.anchor), 0);
    if (speed > worst.speed) worst = { joints: path.map(({ name }) => name), part: part.name, speed };
  }
  return worst;
}

const wild: Check = (plan) => {
  const { joints, part, speed } = whirling(plan);
  if (speed <= MAX_TIP_SPEED) return undefined;
  const factor = MAX_TIP_SPEED / speed;
  const edits = plan.joints.map(
    (joint): Edit => ({ kind: 'joint', names: [joint.name], to: { speed: tidy(joint.speed * factor * 0.98) } }),
  );
  return about(
    'wild',
    'warning',
    `Its joints can whirl the ${part} at ${Math.round(speed)} m/s: the physics does not hold a body together at such speeds.`,
    { joints, parts: [part], remedies: [{ words: 'Make all joints slower', edit: { kind: 'all', edits } }] },
  );
};

const heavy: Check = ({ parts }) => {
  const mass = totalMass(parts);
  if (mass <= MAX_MASS) return undefined;
  const factor = (0.8 * MAX_MASS) / mass;
  const edits = parts.map(
    ({ name, density }): Edit => ({
      kind: 'part',
      names: [name],
      to: { density: Math.max(0.1, tidy(density * factor)) },
    }),
  );
  const words = `It weighs ${Math.round(mass)} kg, the bodies of the catalogue 6 to 19 kg: a heavy body needs strong joints and falls hard.`;
  return about('heavy', 'advice', words, { remedies: [{ words: 'Make it lighter', edit: { kind: 'all', edits } }] });
};

const joints: Check = (plan) => {
  if (plan.joints.length <= MAX_JOINTS) return undefined;
  const words = `It has ${plan.joints.length} joints: each gives the brain more to learn. 4 to 12 go well.`;
  return about('joints', 'advice', words);
};

const short: Check = (plan) => {
  if (legsOf(plan).length === 0) return undefined;
  const { left, right } = boundsOf(plan.parts);
  const share = legLength(plan) / (right - left);
  if (share >= SHORT_LEG) return undefined;
  const factor = Number((USUAL_LEG / share).toPrecision(2));
  return about(
    'short',
    'advice',
    `Its legs are short for its size, ${cm(legLength(plan))}: it can hardly take a step.`,
    { parts: withRole(plan, 'foot').map((i) => plan.parts[i]!.name), remedies: longerLegs(plan, Math.min(4, factor)) },
  );
};

/** A part between two sides, of which even the lighter one weighs this many times as much, does not hold them together. */
const MAX_CARRIED = 5;
/** All else may weigh this many times as much as a part. */
const MAX_MASS_RATIO = 300;

/** The least mass that a part needs to hold together what hangs on it, kg. */
function massNeeded(plan: BodyPlan, { name }: Part, total: number): number {
  const below = plan.joints.filter(({ parent }) => parent === name).map(({ child }) => totalMass(subtree(plan, child)));
  const above = total - totalMass(subtree(plan, name));
  const [, second = 0] = [...below, above].sort((a, b) => b - a);
  return Math.max(second / MAX_CARRIED, total / MAX_MASS_RATIO);
}

const frail: Check = (plan) => {
  const total = totalMass(plan.parts);
  const found = plan.parts.filter((part) => massOf(part) < massNeeded(plan, part, total));
  const [first] = found;
  if (first === undefined) return undefined;
  const edits = found.map((part): Edit => {
    const density = tidy((1.5 * part.density * massNeeded(plan, part, total)) / massOf(part));
    return { kind: 'part', names: [part.name], to: { density: Math.min(100, density) } };
  });
  return about(
    'frail',
    'warning',
    `The ${first.name} is too light for what hangs on it: joints between so unequal parts come apart.`,
    {
      parts: found.map(({ name }) => name),
      remedies: [{ words: `Make ${theOf(found)} heavier`, edit: { kind: 'all', edits } }],
    },
  );
};

/** Torques of the catalogue's joints are up to twice the moment of the whole body's weight at the end of what they move. */
const MAX_STRENGTH = 2.5;
const USUAL_STRENGTH = 1.5;

const strong: Check = (plan) => {
  const total = totalMass(plan.parts);
  const moment = (joint: Joint) => {
    const part = plan.parts.find(({ name }) => name === joint.child)!;
    return total * GRAVITY * farthest(part, joint.anchor);
  };
  const found = plan.joints.filter((joint) => joint.torque > MAX_STRENGTH * moment(joint));
  const [first] = found;
  if (first === undefined) return undefined;
  const edits = found.map((joint): Edit => {
    return { kind: 'joint', names: [joint.name], to: { torque: Math.round(USUAL_STRENGTH * moment(joint)) } };
  });
  const times = (first.torque / moment(first)).toFixed(0);
  return about(
    'strong',
    'warning',
    `The ${first.name} is ${times} times as strong as it takes to throw the whole body about: the physics does not hold it together.`,
    {
      joints: found.map(({ name }) => name),
      remedies: [{ words: `Make ${theOf(found)} weaker`, edit: { kind: 'all', edits } }],
    },
  );
};

/** What a body can do without, but would not learn well with. */
export const adviceOn = (plan: BodyPlan): Finding[] =>
  [wide, wild, strong, frail, ground, heavy, joints, short].flatMap((check) => check(plan) ?? []);
