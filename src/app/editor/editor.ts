import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Point } from '../../creature/body-plan.ts';
import { mirrorName } from '../../creature/legs.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import { apply, type Edit } from '../../drawing/edit.ts';
import type { Finding } from '../../drawing/finding.ts';
import type { DrawingTool } from '../../drawing/grab.ts';
import type { Selection } from '../../drawing/handles.ts';
import { drawingIn, type History, perform, redo, undo } from '../../drawing/history.ts';
import { hullOf } from '../../drawing/hull.ts';
import { inspect } from '../../drawing/inspect.ts';
import { copyEdit } from '../../drawing/leg-copy.ts';
import { joinEdit, polygonEdit } from '../../drawing/new-part.ts';
import { hasMate, pairEdit, withMates } from '../../drawing/pairs.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { words } from './words.ts';

/** A drawing that is edited, and how. */
export interface Editor {
  readonly history: Signal<History>;
  /** As it would be if what is dragged were released. */
  readonly preview: Signal<Drawing | undefined>;
  readonly drawing: ReadonlySignal<Drawing>;
  readonly shown: ReadonlySignal<Drawing>;
  readonly findings: ReadonlySignal<readonly Finding[]>;
  readonly selection: Signal<Selection>;
  readonly tool: Signal<DrawingTool>;
  /** Corners of the polygon that is being drawn. */
  readonly corners: Signal<readonly Point[]>;
  readonly isAlike: Signal<boolean>;
  readonly movesHanging: Signal<boolean>;
  readonly hasGrid: Signal<boolean>;
  /** Width of new limbs, metres. */
  readonly width: Signal<number>;
  /** What was done last or why it could not be, as a sentence. */
  readonly said: Signal<string>;
  /** Does an edit. Returns false, and says why, when it cannot be done. */
  do(edit: Edit | (() => Edit), said?: string): boolean;
  undo(): void;
  redo(): void;
  remove(): void;
  copy(): void;
  pair(): void;
  join(): void;
  finishPolygon(): void;
  selectAll(): void;
  /** Names with their counterparts, where both sides stay alike. */
  alike(of: 'parts' | 'joints', names: readonly string[]): string[];
}

/** Only what is still in the drawing. */
function kept({ parts, joint }: Selection, drawing: Drawing): Selection {
  return {
    parts: parts.filter((name) => drawing.parts.some((each) => each.name === name)),
    joint: drawing.joints.some(({ name }) => name === joint) ? joint : undefined,
  };
}

export function createEditor(start: History): Editor {
  const history = signal(start);
  const preview = signal<Drawing | undefined>(undefined);
  const drawing = computed(() => drawingIn(history.value));
  const chosen = signal<Selection>({ parts: [] });
  const shown = computed(() => preview.value ?? drawing.value);
  const findings = computed(() => inspect(drawing.value));
  const isAlike = signal(true);
  const said = signal('');
  const corners = signal<readonly Point[]>([]);
  const tool = signal<DrawingTool>(start.states[0]!.parts.length === 0 ? 'box' : 'select');

  const alike: Editor['alike'] = (of, names) => (isAlike.value ? withMates(drawing.value[of], names) : [...names]);

  function go(to: History, what: string): void {
    if (to.done === history.value.done) {
      said.value = what;
      return;
    }
    history.value = to;
    chosen.value = kept(chosen.value, drawing.value);
    said.value = what;
  }
  const attempt: Editor['do'] = (edit, what = '') => {
    try {
      history.value = perform(history.value, typeof edit === 'function' ? edit() : edit);
      chosen.value = kept(chosen.value, drawing.value);
      said.value = what;
      return true;
    } catch (error) {
      const sentence = sentenceOf(error);
      said.value = sentence[0]!.toUpperCase() + sentence.slice(1);
      return false;
    }
  };
  /** The one part that an action is about; undefined, and says so, when there is none or several. */
  function onePart(): string | undefined {
    const { parts } = chosen.value;
    const [first] = parts.filter((name) => !(name.startsWith('right ') && parts.includes(mirrorName(name))));
    if (first === undefined) said.value = words.selectFirst;
    return first;
  }
  return {
    history,
    preview,
    drawing,
    shown,
    findings,
    selection: chosen,
    tool,
    corners,
    isAlike,
    movesHanging: signal(true),
    hasGrid: signal(true),
    width: signal(0.2),
    said,
    alike,
    do: attempt,
    undo: () => go(undo(history.value), history.value.done > 0 ? words.undone : words.nothingToUndo),
    redo: () =>
      go(redo(history.value), history.value.done < history.value.edits.length ? words.redone : words.nothingToRedo),
    remove() {
      const { parts, joint } = chosen.value;
      const joints = joint === undefined ? [] : alike('joints', [joint]);
      if (parts.length + joints.length === 0) said.value = words.selectFirst;
      else attempt({ kind: 'remove', parts: alike('parts', parts), joints }, words.removed([...parts, ...joints]));
    },
    copy() {
      const part = onePart();
      if (part === undefined) return;
      const { edit, names } = copyEdit(drawing.value, part, isAlike.value);
      if (attempt(edit, words.copied(part))) chosen.value = { parts: names };
    },
    pair() {
      const part = onePart();
      if (part === undefined) return;
      const before = new Set(drawing.value.parts.map(({ name }) => name));
      const done = attempt(() => pairEdit(drawing.value, [part]), words.paired(part));
      const fresh = drawing.value.parts.filter(({ name }) => !before.has(name)).map(({ name }) => name);
      if (done) chosen.value = { parts: fresh.filter((name) => hasMate(drawing.value.parts, name)) };
    },
    join() {
      const parts = chosen.value.parts.filter(
        (name) => !(name.startsWith('right ') && hasMate(drawing.value.parts, name)),
      );
      const [a, b, more] = parts;
      if (a === undefined || b === undefined || more !== undefined) said.value = words.selectTwo;
      else attempt(() => joinEdit(drawing.value, a, b), words.joined(a, b));
    },
    finishPolygon() {
      const hull = hullOf(corners.value);
      corners.value = [];
      if (hull.length < 3) said.value = words.fewCorners;
      else attempt(() => polygonEdit(drawing.value, hull, isAlike.value), words.drawn);
    },
    selectAll() {
      chosen.value = { parts: drawing.value.parts.map(({ name }) => name) };
    },
  };
}

/** Shows what an edit would give; what cannot be done shows nothing new. */
export function previewEdit({ drawing, preview }: Editor, edit: Edit | undefined): void {
  try {
    preview.value = edit && apply(drawing.value, edit);
  } catch {
    // The drawing stays as it was a moment ago.
  }
}
