import * as v from 'valibot';
import {
  type BodyPlan,
  bodyPlanSchema,
  type Joint,
  jointSchema,
  type Part,
  partSchema,
} from '../creature/body-plan.ts';
import { type Muscle, muscleFaults } from '../creature/muscle.ts';
import { connected } from './connected.ts';

/** More parts and joints than a body plan may have, so that too many can be drawn and some of them removed. */
const MAX_DRAWN = 64;

/** Faults that make a drawing senseless, in words that follow its name. */
function faultOf({ parts, joints, muscles }: Drawing): string {
  const names = parts.map(({ name }) => name);
  const twice = (all: readonly string[]) => all.find((name, i) => all.indexOf(name) !== i);
  const partTwice = twice(names);
  if (partTwice !== undefined) return `has two parts named "${partTwice}"`;
  const jointTwice = twice(joints.map(({ name }) => name));
  if (jointTwice !== undefined) return `has two joints named "${jointTwice}"`;
  for (const [j, { name, parent, child, limits }] of joints.entries()) {
    const missing = [parent, child].find((end) => !names.includes(end));
    if (missing !== undefined) return `has a joint "${name}" at "${missing}", which is no part`;
    if (limits[0] > limits[1]) return `has a joint "${name}" whose lower limit is above the upper`;
    if (connected({ joints: joints.slice(0, j) }, parent).has(child))
      return `has a joint "${name}" between parts that are connected already`;
  }
  const muscleFault = muscleFaults({ parts, joints, muscles })[0];
  if (muscleFault !== undefined) return `has ${muscleFault.path.join(' ')} that ${muscleFault.message}`;
  return '';
}

/**
 * A body that need not be finished: as a body plan, but with any number of parts up to 64, of which some may hang on no joint.
 * Joints never close a ring.
 */
export const drawingSchema = v.pipe(
  v.strictObject({
    ...bodyPlanSchema.entries,
    parts: v.pipe(v.array(partSchema), v.maxLength(MAX_DRAWN)),
    joints: v.pipe(v.array(jointSchema), v.maxLength(MAX_DRAWN)),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed && !dataset.issues ? faultOf(dataset.value) : '';
    if (message !== '') addIssue({ message });
  }),
);

export type Drawing = Omit<BodyPlan, 'parts' | 'joints'> & { parts: Part[]; joints: Joint[] };

export const emptyDrawing: Drawing = {
  name: 'my-creature',
  title: 'My creature',
  about: '',
  parts: [],
  joints: [],
};

/** The part of that name. Throws an Error if there is none. */
export function partOf({ parts }: Pick<Drawing, 'parts'>, name: string): Part {
  const found = parts.find((part) => part.name === name);
  if (found === undefined) throw new Error(`there is no part "${name}"`);
  return found;
}

/** The joint of that name. Throws an Error if there is none. */
export function jointOf({ joints }: Pick<Drawing, 'joints'>, name: string): Joint {
  const found = joints.find((joint) => joint.name === name);
  if (found === undefined) throw new Error(`there is no joint "${name}"`);
  return found;
}

/** The muscle of that name. Throws an Error if there is none. */
export function muscleOf({ muscles = [] }: Pick<Drawing, 'muscles'>, name: string): Muscle {
  const found = muscles.find((muscle) => muscle.name === name);
  if (found === undefined) throw new Error(`there is no muscle "${name}"`);
  return found;
}

/** `base`, or the first of `base 2`, `base 3`, ... that is not taken; at most 40 characters. */
export function freeName(taken: readonly { name: string }[], base: string): string {
  const isFree = (name: string) => taken.every((each) => each.name !== name);
  const stem = base.replace(/ \d+$/, '').slice(0, 36);
  if (isFree(base) && base.length <= 40) return base;
  for (let i = 2; ; i++) if (isFree(`${stem} ${i}`)) return `${stem} ${i}`;
}
