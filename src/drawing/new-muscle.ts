import { toLocal } from '../creature/anatomy.ts';
import type { Point } from '../creature/body-plan.ts';
import { musclesOf } from '../creature/muscle.ts';
import { type Drawing, freeName, partOf } from './drawing.ts';
import type { Edit } from './edit.ts';
import { distance } from './touch.ts';
import { tidy, tidyPoint } from './transform.ts';

/** Of a new muscle: strength in N, top speed in lengths a second. */
const STRENGTH = 200;
const LENGTHS_PER_SECOND = 5;
/** Shortest rest length and slowest top speed, m and m/s. */
const SHORTEST = 0.05;
const SLOWEST = 0.2;

/** The edit that adds a muscle between two parts, from one point of the world to another. Throws an Error for one part twice. */
export function muscleEdit(drawing: Drawing, from: string, to: string, ends: readonly [Point, Point]): Edit {
  if (from === to) throw new Error('a muscle goes from one part to another: drag it from part to part');
  const rest = Math.max(SHORTEST, tidy(distance(...ends)));
  const muscle = {
    name: freeName([...drawing.joints, ...musclesOf(drawing)], 'muscle'),
    from,
    to,
    anchors: [tidyPoint(toLocal(partOf(drawing, from), ends[0])), tidyPoint(toLocal(partOf(drawing, to), ends[1]))] as [
      [number, number],
      [number, number],
    ],
    rest,
    strength: STRENGTH,
    speed: Math.max(SLOWEST, tidy(LENGTHS_PER_SECOND * rest)),
  };
  return { kind: 'add', parts: [], joints: [], muscles: [muscle] };
}
