import type { Point } from '../../src/creature/body-plan.ts';
import { musclesOf } from '../../src/creature/muscle.ts';
import type { Drawing } from '../../src/drawing/drawing.ts';
import type { Edit } from '../../src/drawing/edit.ts';
import { hullOf } from '../../src/drawing/hull.ts';
import { inspect } from '../../src/drawing/inspect.ts';
import { copyEdit } from '../../src/drawing/leg-copy.ts';
import { muscleEdit } from '../../src/drawing/new-muscle.ts';
import { boxEdit, circleEdit, joinEdit, limbEdit, polygonEdit } from '../../src/drawing/new-part.ts';
import { pairEdit, withMates } from '../../src/drawing/pairs.ts';

/** Numbers in [0, 1), one after the other. */
export type Source = () => number;

/** Any edit that the editor offers, of any of a drawing's parts. Throws, as the editor's own functions do, where it cannot be made. */
export function randomEdit(drawing: Drawing, next: Source): Edit {
  const pick = <Each>(all: readonly Each[]): Each => {
    const found = all[Math.floor(next() * all.length)];
    if (found === undefined) throw new Error('there is nothing to pick');
    return found;
  };
  const point = (): Point => [6 * next() - 3, 4 * next() - 0.5];
  const part = () => pick(drawing.parts).name;
  const parts = () => withMates(drawing.parts, [part()]);
  const joints = () => withMates(drawing.joints, [pick(drawing.joints).name]);
  const muscle = () => pick(musclesOf(drawing)).name;
  /** Near a part, so that most limbs are joined. */
  const near = (): Point => {
    const [x, y] = drawing.parts.length > 0 ? pick(drawing.parts).position : point();
    return [x + 0.2 * next(), y + 0.2 * next()];
  };
  const kinds: (() => Edit)[] = [
    () => limbEdit(drawing, near(), point(), 0.02 + 0.5 * next()),
    () => boxEdit(drawing, near(), point()),
    () => circleEdit(drawing, near(), 0.02 + next()),
    () => polygonEdit(drawing, hullOf(Array.from({ length: 10 }, point))),
    () => joinEdit(drawing, part(), part()),
    () => pairEdit(drawing, [part()]),
    () => copyEdit(drawing, part()).edit,
    () => ({ kind: 'remove', parts: parts(), joints: [] }),
    () => ({ kind: 'remove', parts: [], joints: joints() }),
    () => ({ kind: 'move', parts: parts(), by: [next() - 0.5, next() - 0.5] }),
    () => ({ kind: 'turn', parts: parts(), by: 6 * next() - 3, around: point() }),
    () => ({ kind: 'scale', parts: parts(), by: 0.3 + 2 * next(), around: point() }),
    () => ({ kind: 'part', names: parts(), to: { density: 12 * next() - 1 } }),
    () => ({ kind: 'part', names: parts(), to: { role: pick(['torso', 'limb', 'foot'] as const), friction: next() } }),
    () => ({ kind: 'joint', names: joints(), to: { limits: [next() - 1, 2 * next() - 0.5] } }),
    () => ({ kind: 'joint', names: joints(), to: { torque: 400 * next(), speed: 20 * next() } }),
    () => ({ kind: 'joint', names: joints(), to: { anchor: near() as [number, number] } }),
    () => ({
      kind: 'rename',
      of: 'parts',
      from: part(),
      to: pick(['leg', 'left arm', 'right arm', '', 'x'.repeat(50)]),
    }),
    () => muscleEdit(drawing, part(), part(), [near(), near()]),
    () => ({ kind: 'muscle', names: [muscle()], to: { rest: 2 * next() - 0.1, strength: 900 * next(), pushes: true } }),
    () => ({ kind: 'remove', parts: [], joints: [], muscles: [muscle()] }),
    () => ({ kind: 'rename', of: 'muscles', from: muscle(), to: pick(['biceps', 'left calf', '']) }),
    () => ({ kind: 'about', to: { title: pick(['Ann', '', 'y'.repeat(99)]) } }),
    () => pick(pick(inspect(drawing)).remedies).edit,
  ];
  return pick(kinds)();
}
