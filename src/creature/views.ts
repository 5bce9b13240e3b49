import type { BodyPlan, Joint, Part } from './body-plan.ts';
import { type Leg, legPairs, legsOf, mirrorName } from './legs.ts';

/** A body as it is from one of its legs or sides: which sense and which joint is where another leg has its own. */
export interface View {
  /** For each sense in the first view, the one that takes its place in this view. */
  senses: number[];
  /** For each joint of the part of the body that one net drives, the one that this view drives. */
  joints: number[];
  /** Which of the two sets of alternating legs it belongs to. */
  sign: 1 | -1;
}

/** What takes the place of what, by index. */
interface Exchange {
  legs: number[];
  isMirrored: boolean;
  sign: 1 | -1;
}

/** Whose share of a body one net drives: half of it, or one leg. */
export type Sharing = 'sides' | 'legs';

const identity = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Legs change sides and places along the body, all by as many girdles. */
function exchanges(legs: readonly Leg[], sharing: Sharing): Exchange[] {
  const pairs = legPairs(legs);
  const sizes = new Set(legs.map(({ joints }) => joints.length));
  const canShift = sharing === 'legs' && pairs.length * 2 === legs.length && sizes.size === 1;
  const shifts = canShift ? pairs.length : 1;
  const sides = pairs.length > 0 ? [false, true] : [false];
  return identity(shifts).flatMap((shift) =>
    sides.map((isMirrored): Exchange => {
      const to = identity(legs.length);
      for (const [girdle, { left, right }] of pairs.entries()) {
        const there = pairs[(girdle + shift) % pairs.length] as (typeof pairs)[number];
        to[left] = isMirrored ? there.right : there.left;
        to[right] = isMirrored ? there.left : there.right;
      }
      return { legs: to, isMirrored, sign: isMirrored === (shift % 2 === 0) ? -1 : 1 };
    }),
  );
}

/** The joint in the place of each joint: by its leg, or by its name where it is of none. */
function jointsUnder({ joints }: BodyPlan, legs: readonly Leg[], exchange: Exchange): number[] {
  return joints.map(({ name }, j) => {
    const leg = legs.findIndex((each) => each.joints.includes(j));
    const there = legs[exchange.legs[leg] as number];
    if (there !== undefined) return there.joints[(legs[leg] as Leg).joints.indexOf(j)] ?? j;
    const mirrored = joints.findIndex((other) => other.name === mirrorName(name));
    return exchange.isMirrored && mirrored >= 0 ? mirrored : j;
  });
}

/** The sense in the place of each sense; they begin with the name of their joint or, of a touch, of their foot. */
function sensesUnder(plan: BodyPlan, legs: readonly Leg[], exchange: Exchange, senses: readonly string[]): number[] {
  const joints = jointsUnder(plan, legs, exchange);
  const names = new Map<string, string>();
  for (const [j, { name }] of plan.joints.entries())
    for (const of of ['angle', 'speed'])
      names.set(`${name} ${of}`, `${(plan.joints[joints[j] as number] as Joint).name} ${of}`);
  for (const [leg, { foot }] of legs.entries()) {
    const there = (legs[exchange.legs[leg] as number] as Leg).foot;
    names.set(`${(plan.parts[foot] as Part).name} touches`, `${(plan.parts[there] as Part).name} touches`);
  }
  return senses.map((name, i) => {
    const there = senses.indexOf(names.get(name) ?? name);
    return there < 0 ? i : there;
  });
}

/** One joint of each set of joints that take each other's places: the left one, or the first. */
function ownJoints(plan: BodyPlan, under: readonly (readonly number[])[], legs: readonly Leg[]): number[] {
  const home = legPairs(legs)[0]?.left;
  const isHome = (j: number) => home !== undefined && (legs[home] as Leg).joints.includes(j);
  const rank = (j: number) => (isHome(j) ? 0 : (plan.joints[j] as Joint).name.startsWith('right ') ? 2 : 1);
  return identity(plan.joints.length).filter((j) => {
    const orbit = [...new Set(under.map((each) => each[j] as number))];
    return orbit.every((other) => rank(j) < rank(other) || (rank(j) === rank(other) && j <= other));
  });
}

/**
 * The views of a body, the first one as it is. By sides there are two, the second with left and right exchanged; by legs there
 * is one for each leg, where all legs come in pairs and have as many joints; a body without pairs has one view. In the first
 * view one net drives `joints` of one side or leg and whatever has no counterpart; together the views drive every joint.
 */
export function viewsOf(plan: BodyPlan, senses: readonly string[], sharing: Sharing): View[] {
  const legs = legsOf(plan);
  const all = exchanges(legs, sharing);
  const under = all.map((exchange) => jointsUnder(plan, legs, exchange));
  const own = ownJoints(plan, under, legs);
  return all.map((exchange, k) => ({
    senses: sensesUnder(plan, legs, exchange, senses),
    joints: own.map((j) => under[k]?.[j] as number),
    sign: exchange.sign,
  }));
}

/** Senses that take each other's places in some view, as a group number for each sense: they are normalised alike. */
export function alikeIn(views: readonly View[], senseCount: number): number[] {
  return identity(senseCount).map((sense) => Math.min(sense, ...views.map(({ senses }) => senses.indexOf(sense))));
}
