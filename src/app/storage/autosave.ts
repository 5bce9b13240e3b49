import { effect } from '@preact/signals';
import type { RunRecord } from '../session/run-record.ts';
import type { Session } from '../session/session.ts';
import { dismiss, notify } from '../widgets/notice.tsx';
import type { KeptRuns } from './kept-runs.ts';

/** Least time between two saves, ms. */
const MIN_INTERVAL = 3000;
/** The interval is this many times the duration of the last save, so that saving takes a small share of the time; ms at most. */
const SAVE_RATIO = 5;
const MAX_INTERVAL = 10_000;
/** Runs of fewer generations are not worth keeping. */
const MIN_GENERATIONS = 3;

export interface Autosave {
  /** Saves the run on the page even while saving is held; false when that failed. */
  saveNow(): Promise<boolean>;
  /** Stops saving, or resumes it. */
  hold(yes: boolean): void;
  /** Shows why runs cannot be kept, once for each reason; takes it back when they can. */
  tellTrouble(): void;
}

/** Saves the run on the page: every few seconds, when it is paused or left, and when the page is hidden. */
export function keepSaving(session: Session, kept: KeptRuns): Autosave {
  let due = performance.now() + MIN_INTERVAL / 3;
  let isHeld = false;
  let isSaving = false;
  let shownTrouble = '';
  const savedUpTo = new WeakMap<RunRecord, number>();

  function tellTrouble(): void {
    const trouble = kept.trouble.peek();
    if (trouble === shownTrouble) return;
    dismiss(shownTrouble);
    shownTrouble = trouble;
    if (trouble !== '') notify(trouble);
  }

  /** Requests the file at once, so that it holds the run that the worker has at this moment. */
  async function save(run: RunRecord): Promise<void> {
    if (!isHeld) await put(run);
  }

  /** False when there was something to save and that failed. */
  async function put(run: RunRecord): Promise<boolean> {
    if ((run.latest.peek()?.generation ?? -1) + 1 < MIN_GENERATIONS) return true;
    isSaving = true;
    const started = performance.now();
    try {
      const sealed = await session.seal();
      const isSaved = (savedUpTo.get(run) ?? 0) >= sealed.generation || (await kept.save(run, sealed));
      if (isSaved) savedUpTo.set(run, sealed.generation);
      tellTrouble();
      return isSaved;
    } catch {
      // There is nothing to save yet, or the worker is lost, which the session reports.
      return false;
    } finally {
      isSaving = false;
      const now = performance.now();
      due = now + Math.max(MIN_INTERVAL, Math.min(MAX_INTERVAL, SAVE_RATIO * (now - started)));
    }
  }

  let current = session.current.peek();
  effect(() => {
    const next = session.current.value;
    // Before the worker hears of another run.
    if (next !== current) void save(current);
    current = next;
  });
  effect(() => {
    void session.latest.value;
    if (!isSaving && performance.now() >= due) void save(session.current.peek());
  });
  effect(() => {
    if (!session.isLearning.value) void save(session.current.peek());
  });
  // A new name or pin is stored without waiting for a generation.
  effect(() => {
    const run = session.current.value;
    const to = { name: run.name.value, isPinned: run.isPinned.value };
    if (savedUpTo.has(run)) void kept.change(kept.idOf(run), to);
  });
  const saveCurrent = () => void save(session.current.peek());
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) saveCurrent();
  });
  addEventListener('pagehide', saveCurrent);
  return {
    hold(yes) {
      isHeld = yes;
    },
    tellTrouble,
    saveNow: () => put(session.current.peek()),
  };
}
