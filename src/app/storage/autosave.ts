import { effect } from '@preact/signals';
import type { RunRecord } from '../session/run-record.ts';
import type { Session } from '../session/session.ts';
import { dismiss, notify } from '../widgets/notice.tsx';
import type { KeptRuns } from './kept-runs.ts';

/** At least so long between two saves, ms. */
const EVERY = 3000;
/** And so many times as long as the last one took, but no longer than that: saving is not what a run is for. */
const SHARE = 5;
const SELDOMEST = 10_000;
/** Whoever goes earlier has left nothing to come back to. */
const LEAST_GENERATIONS = 3;

export interface Autosave {
  /** Waits with saving, or no longer. */
  hold(yes: boolean): void;
}

/** Keeps the run on the page: every few seconds, when it is paused or left, and when the page goes out of sight. */
export function keepSaving(session: Session, kept: KeptRuns): Autosave {
  let due = performance.now() + EVERY / 3;
  let isHeld = false;
  let isSaving = false;
  let told = '';
  const savedUpTo = new WeakMap<RunRecord, number>();

  /** The seal is asked for at once, so it is of the run that the worker has at this moment. */
  async function save(run: RunRecord): Promise<void> {
    if (isHeld || (run.latest.peek()?.generation ?? -1) + 1 < LEAST_GENERATIONS) return;
    isSaving = true;
    const started = performance.now();
    try {
      const sealed = await session.seal();
      if ((savedUpTo.get(run) ?? 0) < sealed.generation && (await kept.save(run, sealed)))
        savedUpTo.set(run, sealed.generation);
      if (kept.trouble.value !== told) {
        dismiss(told);
        told = kept.trouble.value;
        if (told !== '') notify(told);
      }
    } catch {
      // There is nothing to keep yet, or the worker is lost, which is told elsewhere.
    }
    isSaving = false;
    const now = performance.now();
    due = now + Math.max(EVERY, Math.min(SELDOMEST, SHARE * (now - started)));
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
  // What it is called is kept though no generation comes.
  effect(() => {
    const run = session.current.value;
    const to = { name: run.name.value, isPinned: run.isPinned.value };
    if (savedUpTo.has(run)) void kept.change(kept.idOf(run), to);
  });
  const saveNow = () => void save(session.current.peek());
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) saveNow();
  });
  addEventListener('pagehide', saveNow);
  return {
    hold(yes) {
      isHeld = yes;
    },
  };
}
