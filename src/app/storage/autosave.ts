import { effect } from '@preact/signals';
import type { RunRecord } from '../session/run-record.ts';
import type { Session } from '../session/session.ts';
import { dismiss, notify } from '../widgets/notice.tsx';
import { noteLeft } from './left-generation.ts';
import type { SavedRuns } from './saved-runs.ts';

/** Minimum time between two saves, ms. */
const MIN_INTERVAL = 3000;
/** The interval is this multiple of the last save's duration, so that saving takes a small share of the time; maximum, ms. */
const SAVE_RATIO = 5;
const MAX_INTERVAL = 10_000;
/** Shorter runs are not saved. */
const MIN_GENERATIONS = 3;

export interface Autosave {
  /** Saves the run on the page, even while saving is paused. Returns false if that failed. */
  saveNow(): Promise<boolean>;
  /** Pauses or resumes saving. */
  setPaused(yes: boolean): void;
  /** Shows a notice that says why runs cannot be saved, once for each reason; removes it when they can. */
  reportFault(): void;
}

/** Saves the run on the page: every few seconds, when it is paused or left, and when the page is hidden. */
export function createAutosave(session: Session, saved: SavedRuns): Autosave {
  let due = performance.now() + MIN_INTERVAL / 3;
  let isPaused = false;
  let isSaving = false;
  let shownFault = '';
  const savedUpTo = new WeakMap<RunRecord, number>();

  function reportFault(): void {
    const fault = saved.fault.peek();
    if (fault === shownFault) return;
    dismiss(shownFault);
    shownFault = fault;
    if (fault !== '') notify(fault);
  }

  /** Requests the file at once, so that it contains the run that the worker has at this moment. */
  async function save(run: RunRecord): Promise<void> {
    if (!isPaused) await put(run);
  }

  /** Returns false if there was something to save and that failed. */
  async function put(run: RunRecord): Promise<boolean> {
    if ((run.latest.peek()?.generation ?? -1) + 1 < MIN_GENERATIONS) return true;
    isSaving = true;
    const started = performance.now();
    try {
      const file = await session.encodeRun();
      const isSaved = (savedUpTo.get(run) ?? 0) >= file.generation || (await saved.save(run, file));
      if (isSaved) savedUpTo.set(run, file.generation);
      reportFault();
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
    // Before the worker receives the request for another run.
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
    if (savedUpTo.has(run)) void saved.change(saved.idOf(run), to);
  });
  const saveCurrent = () => void save(session.current.peek());
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) saveCurrent();
  });
  addEventListener('pagehide', () => {
    const run = session.current.peek();
    const latest = run.latest.peek();
    if (latest !== undefined) noteLeft(saved.idOf(run), latest.generation);
    saveCurrent();
  });
  return {
    setPaused(yes) {
      isPaused = yes;
    },
    reportFault,
    saveNow: () => put(session.current.peek()),
  };
}
