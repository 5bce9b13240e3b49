import type { Drawing } from './drawing.ts';
import { apply, type Edit } from './edit.ts';

/** A drawing with everything that was done to it. */
export interface History {
  readonly start: Drawing;
  /** In order, with those that are undone at the end. */
  readonly edits: readonly Edit[];
  /** How many of them are done. */
  readonly done: number;
  /** The drawing after each of them; the first is the start. */
  readonly states: readonly Drawing[];
}

/** What of a history is stored: the rest is computed. */
export type StoredHistory = Pick<History, 'start' | 'edits' | 'done'>;

/** Edits that are stored; older ones become part of the start. */
const MAX_STORED = 400;

export const beginHistory = (start: Drawing): History => ({ start, edits: [], done: 0, states: [start] });

export const drawingIn = ({ states, done }: History): Drawing => states[done]!;

/** Does an edit, after which nothing can be redone. Throws as `apply` does, and then nothing has changed. */
export function perform({ start, edits, done, states }: History, edit: Edit): History {
  const next = apply(states[done]!, edit);
  return {
    start,
    edits: [...edits.slice(0, done), edit],
    done: done + 1,
    states: [...states.slice(0, done + 1), next],
  };
}

/** Without the last edit; unchanged when there is none. */
export const undo = (history: History): History => ({ ...history, done: Math.max(0, history.done - 1) });

/** With the edit that was undone last; unchanged when there is none. */
export const redo = (history: History): History => ({
  ...history,
  done: Math.min(history.edits.length, history.done + 1),
});

export function toStored({ edits, done, states }: History): StoredHistory {
  const dropped = Math.min(done, Math.max(0, edits.length - MAX_STORED));
  return { start: states[dropped]!, edits: edits.slice(dropped), done: done - dropped };
}

/** The history of a stored one. An edit that cannot be done, as after an update of the page, ends it. */
export function fromStored({ start, edits, done }: StoredHistory): History {
  let history = beginHistory(start);
  for (const edit of edits) {
    try {
      history = perform(history, edit);
    } catch {
      break;
    }
  }
  return { ...history, done: Math.max(0, Math.min(history.edits.length, done)) };
}
