import type { Signal } from '@preact/signals';
import type { Point } from '../../creature/body-plan.ts';
import { type DrawingTool, type Grab, grab, partsWithin } from '../../drawing/grab.ts';
import { handlesOf } from '../../drawing/handles.ts';
import { onGrid } from '../../drawing/snap.ts';
import { partAt } from '../../drawing/touch.ts';
import { gridStep, type View } from './camera.ts';
import { type Editor, previewEdit } from './editor.ts';
import { words } from './words.ts';

/** Presses and releases at points of the drawing, by whichever device. */
export interface CanvasInput {
  /** Where something was pressed and is dragged from. */
  readonly from: Point | undefined;
  /** @param adds whether it adds to what is selected; @param reach in pixels */
  press(at: Point, adds: boolean, reach: number): void;
  drag(to: Point): void;
  release(at: Point): void;
  cancel(): void;
  /** Points worth going to by keyboard: handles, hinges, middles of parts. */
  places(): Point[];
  /** What is at a point, for people. */
  whatIsAt(point: Point): string;
}

/** A frame that is dragged to select what lies in it. */
export type SelectionFrame = readonly [Point, Point] | undefined;

const SAID: Partial<Record<DrawingTool, string>> = { select: words.changed };

export function createInput(editor: Editor, view: Signal<View>, frame: Signal<SelectionFrame>): CanvasInput {
  let held: { grab: Grab; from: Point; adds: boolean; before: readonly string[] } | undefined;

  const px = () => 1 / view.value.scale;
  const grid = () => (editor.hasGrid.value ? gridStep(view.value.scale) : 0);
  const alikeOptions = () => {
    const of = editor.selection.value.joint === undefined ? 'parts' : 'joints';
    return { px: px(), alike: (names: readonly string[]) => editor.alike(of, names) };
  };

  function pressPolygon(at: Point, reach: number): void {
    const corners = editor.corners.value;
    const [first] = corners;
    const isFirst = first && Math.hypot(at[0] - first[0], at[1] - first[1]) <= reach * px();
    if (isFirst && corners.length > 2) editor.finishPolygon();
    else {
      editor.corners.value = [...corners, [onGrid(at[0], grid()), onGrid(at[1], grid())]];
      editor.said.value = words.cornerSet(corners.length + 1);
    }
  }

  function end(): void {
    held = undefined;
    frame.value = undefined;
    editor.preview.value = undefined;
  }

  return {
    get from() {
      return held?.from;
    },
    press(at, adds, reach) {
      const tool = editor.tool.value;
      if (tool === 'polygon') return pressPolygon(at, reach);
      const before = editor.selection.value.parts;
      const begun = grab(editor.drawing.value, editor.selection.value, tool, at, {
        px: px(),
        grid: grid(),
        isAlike: editor.isAlike.value,
        movesHanging: editor.movesHanging.value,
        adds,
        width: editor.width.value,
        reach,
      });
      held = { grab: begun, from: at, adds, before };
      editor.selection.value = begun.selection;
    },
    drag(to) {
      if (held === undefined) return;
      if (held.grab.isFrame) {
        frame.value = [held.from, to];
        const inside = editor.alike('parts', partsWithin(editor.drawing.value, held.from, to));
        editor.selection.value = { parts: [...new Set([...(held.adds ? held.before : []), ...inside])] };
        return;
      }
      try {
        previewEdit(editor, held.grab.edit(to));
      } catch {
        editor.preview.value = undefined;
      }
    },
    release(at) {
      if (held === undefined) return;
      const { grab: released } = held;
      const tool = editor.tool.value;
      end();
      const before = new Set(editor.drawing.value.parts.map(({ name }) => name));
      try {
        const edit = released.edit(at);
        if (edit === undefined) {
          if (released.clicked) editor.selection.value = released.clicked;
          const { parts, joint } = editor.selection.value;
          const names = joint === undefined ? parts : [joint];
          if (names.length > 0) editor.said.value = words.selected(names);
          return;
        }
        if (!editor.do(edit, SAID[tool] ?? words.drawn)) return;
        const fresh = editor.drawing.value.parts.filter(({ name }) => !before.has(name));
        if (fresh.length > 0) editor.selection.value = { parts: fresh.map(({ name }) => name) };
      } catch (error) {
        editor.do(() => {
          throw error;
        });
      }
    },
    cancel() {
      end();
      editor.corners.value = [];
    },
    places() {
      const drawing = editor.drawing.value;
      const handles = handlesOf(drawing, editor.selection.value, alikeOptions()).map(({ at }) => at);
      const middles = drawing.parts.filter(({ layer }) => layer >= 0).map(({ position }): Point => position);
      return [...handles, ...middles, ...drawing.joints.map(({ anchor }): Point => anchor)];
    },
    whatIsAt(point) {
      const drawing = editor.drawing.value;
      const near = (at: Point) => Math.hypot(at[0] - point[0], at[1] - point[1]) <= 10 * px();
      const handle = handlesOf(drawing, editor.selection.value, alikeOptions()).find(({ at }) => near(at));
      if (handle) return handle.words;
      return drawing.joints.find(({ anchor }) => near(anchor))?.name ?? partAt(drawing, point)?.name ?? '';
    },
  };
}
