import type { Point } from '../creature/body-plan.ts';
import { boundsOf } from '../creature/bounds.ts';
import { connected, hanging } from './connected.ts';
import { type Drawing, jointOf } from './drawing.ts';
import type { Edit } from './edit.ts';
import { distinct, handlesOf, type Selection } from './handles.ts';
import { muscleEdit } from './new-muscle.ts';
import { boxEdit, circleEdit, joinEdit, limbEdit } from './new-part.ts';
import { withMates } from './pairs.ts';
import type { Handle } from './shape-handles.ts';
import { onGrid, snap } from './snap.ts';
import { distance as away, distanceFrom, partAt } from './touch.ts';
import { tidyPoint } from './transform.ts';

export type DrawingTool = 'select' | 'limb' | 'box' | 'circle' | 'polygon' | 'join' | 'muscle';

export interface GrabOptions {
  /** Metres in a pixel. */
  px: number;
  /** Distance of the grid's lines, metres; 0 for none. */
  grid: number;
  /** Whether left and right ones of a pair change together. */
  isAlike: boolean;
  /** Whether what hangs on a part moves with it. */
  movesHanging: boolean;
  /** Whether it adds to what is selected. */
  adds: boolean;
  /** Width of new limbs, metres. */
  width: number;
  /** How near to a handle or hinge a press must be, pixels. */
  reach: number;
}

/** Something pressed at a point: what it selects, and the edit when it is dragged to another point and released there. */
export interface Grab {
  selection: Selection;
  /** What is selected instead when it is released where it was pressed: what lies under a handle. */
  clicked?: Selection;
  /** Undefined where nothing would change. */
  edit(to: Point): Edit | undefined;
  /** Corners of the frame by which parts are selected instead, if that is what is dragged. */
  isFrame?: boolean;
}

/** Presses this much apart are one click, pixels. */
const CLICK = 4;

const nearestOf = <Each extends { at: Point }>(all: readonly Each[], point: Point, reach: number): Each | undefined =>
  all
    .filter(({ at }) => away(at, point) <= reach)
    .reduce<Each | undefined>((a, b) => (a && away(a.at, point) <= away(b.at, point) ? a : b), undefined);

/** Whether an edit changes nothing: a turn by less than a step, an end that stays. */
const isNothing = (edit: Edit) =>
  (edit.kind === 'turn' && edit.by === 0) ||
  (edit.kind === 'scale' && edit.by === 1) ||
  (edit.kind === 'all' && edit.edits.length === 0);

function grabHandle(drawing: Drawing, selection: Selection, handle: Handle, from: Point, options: GrabOptions): Grab {
  const snapping = { grid: options.grid, reach: 10 * options.px, except: selection.parts };
  return {
    selection,
    edit(to) {
      if (away(from, to) < CLICK * options.px) return undefined;
      // It stays where it is under the finger.
      const at: Point = [to[0] + handle.at[0] - from[0], to[1] + handle.at[1] - from[1]];
      const edit = handle.edit(handle.snaps ? snap(drawing, at, snapping).point : at);
      return isNothing(edit) ? undefined : edit;
    },
  };
}

function grabJoint(drawing: Drawing, name: string, options: GrabOptions): Grab {
  const { anchor } = jointOf(drawing, name);
  const names = options.isAlike ? withMates(drawing.joints, [name]) : [name];
  return {
    selection: { parts: [], joint: name },
    edit(to) {
      if (away(anchor, to) < CLICK * options.px) return undefined;
      const { point } = snap(drawing, to, { grid: options.grid, reach: 0 });
      return { kind: 'joint', names, to: { anchor: point } };
    },
  };
}

function grabPart(drawing: Drawing, selection: Selection, name: string, from: Point, options: GrabOptions): Grab {
  const { grid, isAlike, movesHanging, adds, px } = options;
  const had = selection.parts.includes(name);
  const own = isAlike ? withMates(drawing.parts, [name]) : [name];
  const others = selection.parts.filter((each) => !own.includes(each));
  const parts = adds ? (had ? others : [...others, ...own]) : had ? selection.parts : own;
  const moving = movesHanging ? [...hanging(drawing, parts)] : [...parts];
  const start =
    parts.length > 0 ? boundsOf(drawing.parts.filter((each) => distinct(parts).includes(each.name))) : undefined;
  return {
    selection: { parts },
    edit(to) {
      if (start === undefined || away(from, to) < CLICK * px) return undefined;
      const by: Point = [to[0] - from[0], to[1] - from[1]];
      // The lower left corner of what moves keeps to the grid.
      const snapped = tidyPoint([
        onGrid(start.left + by[0], grid) - start.left,
        onGrid(start.bottom + by[1], grid) - start.bottom,
      ]);
      return snapped[0] === 0 && snapped[1] === 0 ? undefined : { kind: 'move', parts: moving, by: snapped };
    },
  };
}

/** The parts that lie in a frame between two corners. */
export function partsWithin({ parts }: Drawing, a: Point, b: Point): string[] {
  const [left, right] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [bottom, top] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  return parts
    .filter(({ position: [x, y] }) => x >= left && x <= right && y >= bottom && y <= top)
    .map(({ name }) => name);
}

function grabToSelect(drawing: Drawing, selection: Selection, point: Point, options: GrabOptions): Grab {
  const { px, reach, isAlike, adds } = options;
  const alike = (all: readonly { name: string }[]) => (names: readonly string[]) =>
    isAlike ? withMates(all, names) : names;
  const list = selection.joint === undefined ? drawing.parts : drawing.joints;
  const handle = nearestOf(handlesOf(drawing, selection, { px, alike: alike(list) }), point, reach * px);
  const part = partAt(drawing, point, 3 * px);
  if (handle) {
    const under = part && grabPart(drawing, { parts: [] }, part.name, point, options).selection;
    return { ...grabHandle(drawing, selection, handle, point, options), ...(under && { clicked: under }) };
  }
  const hinges = drawing.joints.map(({ name, anchor }) => ({ name, at: anchor }));
  const hinge = adds ? undefined : nearestOf(hinges, point, 0.7 * reach * px);
  if (hinge) return grabJoint(drawing, hinge.name, options);
  if (part) return grabPart(drawing, selection, part.name, point, options);
  return { selection: adds ? selection : { parts: [] }, edit: () => undefined, isFrame: true };
}

/** Joins the two uppermost parts at a point that are not connected. Throws an Error when there are no such two. */
function joinAt(drawing: Drawing, point: Point): Edit {
  const here = drawing.parts.filter((part) => distanceFrom(part, point) <= 0.02);
  const sorted = [...here].sort((a, b) => b.layer - a.layer);
  for (const one of sorted) {
    const other = sorted.find(({ name }) => !connected(drawing, one.name).has(name));
    if (other) return joinEdit(drawing, one.name, other.name, point);
  }
  if (here.length > 1) throw new Error('the parts here are joined already');
  throw new Error('a joint needs two parts that lie over each other here');
}

function muscleBetween(drawing: Drawing, from: Point, to: Point): Edit {
  const [one, other] = [partAt(drawing, from), partAt(drawing, to)];
  if (one === undefined || other === undefined) throw new Error('a muscle begins on one part and ends on another');
  return muscleEdit(drawing, one.name, other.name, [from, to]);
}

/** What a press with a tool at a point begins. */
export function grab(
  drawing: Drawing,
  selection: Selection,
  tool: DrawingTool,
  point: Point,
  options: GrabOptions,
): Grab {
  if (tool === 'select') return grabToSelect(drawing, selection, point, options);
  const { px, grid, isAlike, width } = options;
  const snapped = (each: Point) => snap(drawing, each, { grid, reach: 10 * px }).point;
  const from = snapped(point);
  const nothing: Selection = { parts: [] };
  if (tool === 'muscle') return { selection: nothing, edit: (to) => muscleBetween(drawing, point, to) };
  if (tool === 'join') return { selection: nothing, edit: () => joinAt(drawing, from) };
  return {
    selection: nothing,
    edit(to) {
      const end = snapped(to);
      if (away(from, end) < Math.max(0.04, CLICK * px)) return undefined;
      if (tool === 'limb') return limbEdit(drawing, from, end, Math.min(width, 0.8 * away(from, end)), isAlike);
      if (tool === 'circle') return circleEdit(drawing, from, away(from, end), isAlike);
      if (Math.abs(from[0] - end[0]) < 0.03 || Math.abs(from[1] - end[1]) < 0.03) return undefined;
      return boxEdit(drawing, from, end, isAlike);
    },
  };
}
