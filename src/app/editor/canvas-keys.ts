import type { Signal } from '@preact/signals';
import type { Point } from '../../creature/body-plan.ts';
import type { DrawingTool } from '../../drawing/grab.ts';
import { onGrid } from '../../drawing/snap.ts';
import { gridStep, type Size, toScreen, type View, zoomed } from './camera.ts';
import type { CanvasInput } from './canvas-input.ts';
import type { Editor } from './editor.ts';
import { words } from './words.ts';

const TOOLS: Record<string, DrawingTool> = {
  v: 'select',
  l: 'limb',
  b: 'box',
  c: 'circle',
  p: 'polygon',
  j: 'join',
  u: 'muscle',
};

/** How near to a handle the cursor must be, pixels. */
const REACH = 12;

export interface KeyTarget {
  editor: Editor;
  input: CanvasInput;
  view: Signal<View>;
  size: Signal<Size>;
  cursor: Signal<Point | undefined>;
  showAll(): void;
}

/** Keys that work anywhere in the editor but in fields. */
export function commandOf(
  editor: Editor,
  { key, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
): (() => void) | undefined {
  const letter = key.toLowerCase();
  if (ctrlKey || metaKey) {
    if (letter === 'z') return shiftKey ? editor.redo : editor.undo;
    if (letter === 'y') return editor.redo;
    if (letter === 'a') return editor.selectAll;
    if (letter === 'd') return editor.copy;
    return undefined;
  }
  if (key === 'Delete' || key === 'Backspace') return editor.remove;
  const tool = TOOLS[letter];
  if (tool !== undefined)
    return () => {
      editor.tool.value = tool;
      editor.said.value = words.tools[tool][1];
    };
  if (letter === 'g')
    return () => {
      editor.hasGrid.value = !editor.hasGrid.value;
    };
  return undefined;
}

/** Moves the cursor, presses and releases at it, and moves the view. Returns false for other keys. */
export function canvasKey({ editor, input, view, size, cursor, showAll }: KeyTarget, event: KeyboardEvent): boolean {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
  if (ctrlKey || altKey || metaKey) return false;
  const at = cursor.value ?? [view.value.x, Math.max(0, view.value.y)];
  const fine = gridStep(view.value.scale);
  const step = fine * (shiftKey ? 5 : 1);
  /** A step across and a step up, on the grid. */
  const stepTo = (dx: number, dy: number): Point => {
    const grid = editor.hasGrid.value ? fine : 0;
    return [onGrid(at[0] + dx * step, grid), onGrid(at[1] + dy * step, grid)];
  };

  function go(to: Point): void {
    cursor.value = [Math.round(to[0] * 1000) / 1000, Math.round(to[1] * 1000) / 1000];
    input.drag(cursor.value);
    const [x, y] = toScreen(view.value, size.value, cursor.value);
    const margin = 24;
    const [dx, dy] = [
      x < margin ? x - margin : Math.max(0, x - size.value.width + margin),
      y < margin ? y - margin : Math.max(0, y - size.value.height + margin),
    ];
    if (dx !== 0 || dy !== 0)
      view.value = { ...view.value, x: view.value.x + dx / view.value.scale, y: view.value.y - dy / view.value.scale };
    editor.said.value = words.cursorAt(cursor.value[0], cursor.value[1], input.whatIsAt(cursor.value));
  }

  switch (key) {
    case 'ArrowLeft':
      go(stepTo(-1, 0));
      return true;
    case 'ArrowRight':
      go(stepTo(1, 0));
      return true;
    case 'ArrowUp':
      go(stepTo(0, 1));
      return true;
    case 'ArrowDown':
      go(stepTo(0, -1));
      return true;
    case 'n':
    case 'N': {
      const places = input.places();
      const here = places.findIndex(([x, y]) => Math.abs(x - at[0]) < 1e-3 && Math.abs(y - at[1]) < 1e-3);
      const next = places[(here + (shiftKey ? places.length - 1 : 1)) % places.length];
      if (next) go(next);
      return true;
    }
    case 'Enter':
    case ' ':
      cursor.value = at;
      if (input.from) input.release(at);
      else {
        input.press(at, shiftKey, REACH);
        if (input.from) editor.said.value = words.pressed;
      }
      return true;
    case 'Escape':
      if (input.from === undefined && editor.corners.value.length === 0) return false;
      input.cancel();
      return true;
    case '+':
    case '=':
      view.value = zoomed(view.value, size.value, 1.25);
      return true;
    case '-':
      view.value = zoomed(view.value, size.value, 0.8);
      return true;
    case '0':
      showAll();
      return true;
    default:
      return false;
  }
}
