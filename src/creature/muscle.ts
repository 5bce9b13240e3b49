import * as v from 'valibot';
import { described } from '../schema/described.ts';
import { length, name, OWN, point } from './plan-fields.ts';

/** Distance from the rest length from which on a muscle has no force, as a share of the rest length. */
export const MUSCLE_REACH = 0.56;

export const muscleSchema = v.strictObject({
  name: described(name, 'Unique among muscles and joints. 1 to 40 characters.'),
  from: described(name, 'Name of the part at one end.'),
  to: described(name, 'Name of the part at the other end.'),
  anchors: described(
    v.strictTuple([point, point]),
    `Where it is fixed: on the part \`from\` and on the part \`to\`, each [x, y] ${OWN}, metres.`,
  ),
  rest: described(
    length,
    'Length at which it is strongest, metres, 0.01 to 20. It has no force below 0.44 and above 1.56 of it.',
  ),
  strength: described(
    v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10_000)),
    'Largest force at rest length without movement, N, 0 to 10000.',
  ),
  speed: described(
    v.pipe(v.number(), v.finite(), v.minValue(0.01), v.maxValue(20)),
    'Speed of shortening at which it has no force left, m/s, 0.01 to 20.',
  ),
  pushes: v.optional(
    described(
      v.boolean(),
      'Whether a negative action makes it push, as a piston does; without it, a muscle only pulls and relaxes.',
    ),
  ),
});

export type Muscle = v.InferOutput<typeof muscleSchema>;

/** What of a body plan is named here. */
interface Body {
  parts: readonly { name: string }[];
  joints: readonly { name: string }[];
  muscles?: readonly Muscle[] | undefined;
}

/** The muscles of a plan; most have none. */
export const musclesOf = ({ muscles = [] }: Pick<Body, 'muscles'>): readonly Muscle[] => muscles;

/** What an action sets, in the order of the actions: the names of the joints, then of the muscles. */
export const actuatorNames = (plan: Omit<Body, 'parts'>): string[] =>
  [...plan.joints, ...musclesOf(plan)].map(({ name }) => name);

/** Number of actions of a body: one for each joint and each muscle. */
export const actuatorCount = (plan: Omit<Body, 'parts'>): number => plan.joints.length + musclesOf(plan).length;

/** Faults of muscles that the ranges of single fields do not show, each with its place in the document. */
export function muscleFaults(plan: Body): { path: (string | number)[]; message: string }[] {
  const parts = new Set(plan.parts.map(({ name }) => name));
  const taken = new Set(plan.joints.map(({ name }) => name));
  return musclesOf(plan).flatMap(({ name, from, to }, i) => {
    const found: { path: (string | number)[]; message: string }[] = [];
    const at = (key: string, message: string) => found.push({ path: ['muscles', i, key], message });
    if (taken.has(name)) at('name', `is "${name}", which another muscle or a joint has`);
    taken.add(name);
    if (!parts.has(from)) at('from', `is "${from}", which is no part`);
    if (!parts.has(to)) at('to', `is "${to}", which is no part`);
    if (from === to) at('to', 'must differ from its other part');
    return found;
  });
}
