import type { BodyPlan, Joint, Part } from './body-plan.ts';
import { type Leg, legPairs, legsOf, mirrorName } from './legs.ts';
import { actuatorNames, type Muscle, musclesOf } from './muscle.ts';

/** A body seen from one of its legs or sides: which sensors and joints take the places of those of the first leg or side. */
export interface View {
  /** For each sensor in the first view, the one that takes its place in this view. */
  sensors: number[];
  /** For each joint and muscle of the part of the body that one net drives, the one that this view drives, as places among the actions. */
  joints: number[];
  /** Which of the two sets of alternating legs it belongs to. */
  sign: 1 | -1;
}

/** A permutation of the legs. */
interface Exchange {
  legs: number[];
  isMirrored: boolean;
  sign: 1 | -1;
}

/** What one copy of the net drives: half of the body, or one leg. */
export type Sharing = 'sides' | 'legs';

const identity = (count: number) => Array.from({ length: count }, (_, i) => i);

/**
 * All permutations: legs exchanged between sides and, by `legs`, shifted along the body by a number of girdles. Muscles belong to no
 * leg, so with muscles there is no shift.
 */
function exchanges(legs: readonly Leg[], sharing: Sharing, hasMuscles: boolean): Exchange[] {
  const pairs = legPairs(legs);
  const sizes = new Set(legs.map(({ joints }) => joints.length));
  const canShift = sharing === 'legs' && !hasMuscles && pairs.length * 2 === legs.length && sizes.size === 1;
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

/** The joint or muscle that takes the place of each one: found by its leg or, if it belongs to none, by its name. */
function jointsUnder(plan: BodyPlan, legs: readonly Leg[], exchange: Exchange): number[] {
  const all = actuatorNames(plan);
  return all.map((name, j) => {
    const leg = legs.findIndex((each) => each.joints.includes(j));
    const there = legs[exchange.legs[leg]!];
    if (there !== undefined) return there.joints[(legs[leg] as Leg).joints.indexOf(j)] ?? j;
    const mirrored = all.indexOf(mirrorName(name));
    const isAlike = mirrored >= 0 && mirrored < plan.joints.length === j < plan.joints.length;
    return exchange.isMirrored && isAlike ? mirrored : j;
  });
}

/** The sensor that takes the place of each sensor. Names of sensors begin with the name of their joint or foot. */
function sensorsUnder(plan: BodyPlan, legs: readonly Leg[], exchange: Exchange, sensors: readonly string[]): number[] {
  const joints = jointsUnder(plan, legs, exchange);
  const names = new Map<string, string>();
  for (const [j, { name }] of plan.joints.entries())
    for (const of of ['angle', 'speed']) names.set(`${name} ${of}`, `${(plan.joints[joints[j]!] as Joint).name} ${of}`);
  const muscles = musclesOf(plan);
  for (const [m, { name }] of muscles.entries()) {
    const there = muscles[joints[plan.joints.length + m]! - plan.joints.length] as Muscle;
    for (const of of ['length', 'rate']) names.set(`${name} ${of}`, `${there.name} ${of}`);
  }
  for (const [leg, { foot }] of legs.entries()) {
    const there = (legs[exchange.legs[leg]!] as Leg).foot;
    names.set(`${(plan.parts[foot] as Part).name} touches`, `${(plan.parts[there] as Part).name} touches`);
  }
  return sensors.map((name, i) => {
    const there = sensors.indexOf(names.get(name) ?? name);
    return there < 0 ? i : there;
  });
}

/** One joint of each set of joints that take each other's places: the left one, or the first. */
function ownJoints(plan: BodyPlan, under: readonly (readonly number[])[], legs: readonly Leg[]): number[] {
  const home = legPairs(legs)[0]?.left;
  const isHome = (j: number) => home !== undefined && (legs[home] as Leg).joints.includes(j);
  const all = actuatorNames(plan);
  const rank = (j: number) => (isHome(j) ? 0 : all[j]!.startsWith('right ') ? 2 : 1);
  return identity(all.length).filter((j) => {
    const orbit = [...new Set(under.map((each) => each[j]!))];
    return orbit.every((other) => rank(j) < rank(other) || (rank(j) === rank(other) && j <= other));
  });
}

/**
 * The views of a body, the first one as it is. By sides there are two, the second with left and right exchanged; by legs there
 * is one for each leg, where all legs come in pairs and have as many joints; a body without pairs has one view. In the first
 * view one net drives `joints` of one side or leg and whatever has no counterpart; together the views drive every joint and muscle.
 */
export function viewsOf(plan: BodyPlan, sensors: readonly string[], sharing: Sharing): View[] {
  const legs = legsOf(plan);
  const all = exchanges(legs, sharing, musclesOf(plan).length > 0);
  const under = all.map((exchange) => jointsUnder(plan, legs, exchange));
  const own = ownJoints(plan, under, legs);
  return all.map((exchange, k) => ({
    sensors: sensorsUnder(plan, legs, exchange, sensors),
    joints: own.map((j) => under[k]![j]!),
    sign: exchange.sign,
  }));
}

/** A group number for each sensor: sensors that take each other's places in a view share it, and are normalised together. */
export function normalisationGroupsOf(views: readonly View[], sensorCount: number): number[] {
  return identity(sensorCount).map((sensor) =>
    Math.min(sensor, ...views.map(({ sensors }) => sensors.indexOf(sensor))),
  );
}
