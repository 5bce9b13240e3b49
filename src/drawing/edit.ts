import type { BodyPlan, Joint, Part, Point } from '../creature/body-plan.ts';
import type { Muscle } from '../creature/muscle.ts';
import { parse } from '../schema/fault.ts';
import { type Drawing, drawingSchema, jointOf, muscleOf, partOf } from './drawing.ts';
import { moved, scaled, turned } from './transform.ts';

export type PartChange = Partial<Omit<Part, 'name' | 'position' | 'angle'>>;
export type JointChange = Partial<Pick<Joint, 'anchor' | 'limits' | 'torque' | 'speed'>>;
export type MuscleChange = Partial<Pick<Muscle, 'rest' | 'strength' | 'speed' | 'pushes'>>;
export type AboutChange = Partial<Pick<BodyPlan, 'name' | 'title' | 'about' | 'verb'>>;

/** One change of a drawing, as data. Parts and joints are given by name. */
export type Edit =
  | { kind: 'add'; parts: readonly Part[]; joints: readonly Joint[]; muscles?: readonly Muscle[] | undefined }
  /** Removes these parts with their joints and muscles, these joints, and these muscles. */
  | { kind: 'remove'; parts: readonly string[]; joints: readonly string[]; muscles?: readonly string[] | undefined }
  | { kind: 'part'; names: readonly string[]; to: PartChange }
  /** Takes the drawn eyes away. */
  | { kind: 'blind'; names: readonly string[] }
  /** Replaces a part by another shape at another place; the name stays. */
  | { kind: 'reshape'; name: string; to: Pick<Part, 'shape' | 'position' | 'angle'> }
  | { kind: 'joint'; names: readonly string[]; to: JointChange }
  | { kind: 'muscle'; names: readonly string[]; to: MuscleChange }
  | { kind: 'rename'; of: 'parts' | 'joints' | 'muscles'; from: string; to: string }
  /** Metres. */
  | { kind: 'move'; parts: readonly string[]; by: Point }
  /** Radians, counter-clockwise. */
  | { kind: 'turn'; parts: readonly string[]; by: number; around: Point }
  | { kind: 'scale'; parts: readonly string[]; by: number; around: Point }
  | { kind: 'about'; to: AboutChange }
  /** Several, done and undone as one. */
  | { kind: 'all'; edits: readonly Edit[] };

/** The muscles of a drawing after a change; a drawing without muscles keeps none. */
const changedMuscles = (
  { muscles }: Drawing,
  change: (all: readonly Muscle[]) => Muscle[],
): Pick<Drawing, 'muscles'> => (muscles === undefined ? {} : { muscles: change(muscles) });

const isOneOf = (names: readonly string[]) => (each: { name: string }) => names.includes(each.name);

/** Like every hinge with one place, without sockets, which give it two. */
const atOnePlace = ({ sockets: _sockets, ...joint }: Joint): Joint => joint;

function without(
  drawing: Drawing,
  parts: readonly string[],
  joints: readonly string[],
  muscles: readonly string[],
): Drawing {
  const isGone = (name: string) => parts.includes(name);
  return {
    ...drawing,
    parts: drawing.parts.filter(({ name }) => !isGone(name)),
    joints: drawing.joints.filter(
      ({ name, parent, child }) => !(joints.includes(name) || isGone(parent) || isGone(child)),
    ),
    ...changedMuscles(drawing, (all) =>
      all.filter(({ name, from, to }) => !(muscles.includes(name) || isGone(from) || isGone(to))),
    ),
  };
}

function renamed(drawing: Drawing, of: 'parts' | 'joints' | 'muscles', from: string, to: string): Drawing {
  const name = to.trim();
  const change = <Each extends { name: string }>(each: Each) => (each.name === from ? { ...each, name } : each);
  const end = (part: string) => (of === 'parts' && part === from ? name : part);
  return {
    ...drawing,
    parts: of === 'parts' ? drawing.parts.map(change) : drawing.parts,
    joints: drawing.joints.map((joint) => ({
      ...(of === 'joints' ? change(joint) : joint),
      parent: end(joint.parent),
      child: end(joint.child),
    })),
    ...changedMuscles(drawing, (all) =>
      all.map((muscle) => ({
        ...(of === 'muscles' ? change(muscle) : muscle),
        from: end(muscle.from),
        to: end(muscle.to),
      })),
    ),
  };
}

const blind = ({ eye: _eye, ...part }: Part): Part => part;

function changedJoint(joint: Joint, to: JointChange): Joint {
  return { ...(to.anchor === undefined ? joint : atOnePlace(joint)), ...to };
}

/** Applies one edit without checking the result. Throws an Error when a name is unknown. */
function applied(drawing: Drawing, edit: Edit): Drawing {
  switch (edit.kind) {
    case 'add':
      return {
        ...drawing,
        parts: [...drawing.parts, ...edit.parts],
        joints: [...drawing.joints, ...edit.joints],
        ...(edit.muscles && { muscles: [...(drawing.muscles ?? []), ...edit.muscles] }),
      };
    case 'remove':
      for (const name of edit.parts) partOf(drawing, name);
      for (const name of edit.joints) jointOf(drawing, name);
      for (const name of edit.muscles ?? []) muscleOf(drawing, name);
      return without(drawing, edit.parts, edit.joints, edit.muscles ?? []);
    case 'part': {
      for (const name of edit.names) partOf(drawing, name);
      const is = isOneOf(edit.names);
      return { ...drawing, parts: drawing.parts.map((each) => (is(each) ? { ...each, ...edit.to } : each)) };
    }
    case 'blind':
      return { ...drawing, parts: drawing.parts.map((each) => (edit.names.includes(each.name) ? blind(each) : each)) };
    case 'reshape':
      partOf(drawing, edit.name);
      return {
        ...drawing,
        parts: drawing.parts.map((each) => (each.name === edit.name ? { ...each, ...edit.to } : each)),
      };
    case 'joint': {
      for (const name of edit.names) jointOf(drawing, name);
      const is = isOneOf(edit.names);
      return { ...drawing, joints: drawing.joints.map((each) => (is(each) ? changedJoint(each, edit.to) : each)) };
    }
    case 'muscle': {
      for (const name of edit.names) muscleOf(drawing, name);
      const is = isOneOf(edit.names);
      return {
        ...drawing,
        ...changedMuscles(drawing, (all) => all.map((each) => (is(each) ? { ...each, ...edit.to } : each))),
      };
    }
    case 'rename':
      (edit.of === 'parts' ? partOf : edit.of === 'joints' ? jointOf : muscleOf)(drawing, edit.from);
      return renamed(drawing, edit.of, edit.from, edit.to);
    case 'move':
      return moved(drawing, edit.parts, edit.by);
    case 'turn':
      return turned(drawing, edit.parts, edit.by, edit.around);
    case 'scale':
      return scaled(drawing, edit.parts, edit.by, edit.around);
    case 'about':
      return { ...drawing, ...edit.to };
    case 'all':
      return edit.edits.reduce(applied, drawing);
  }
}

/** The drawing after an edit. Throws an Error that says what is wrong when the result is no drawing. */
export function apply(drawing: Drawing, edit: Edit): Drawing {
  const result = applied(drawing, edit);
  // The result itself is returned, so that parts that did not change are the same objects.
  parse(drawingSchema, result, 'The drawing');
  return result;
}
