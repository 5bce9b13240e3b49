import { type ReadonlySignal, signal } from '@preact/signals';
import { applyAdvance, initialOutcomes, type Outcome } from '../../../run/sweep/outcome.ts';
import type { Sweep } from '../../../run/sweep/sweep.ts';
import type { Session } from '../../session/session.ts';

/** The page's sweep: running, done, or none yet. It continues while the tool is closed. */
export interface SweepState {
  readonly sweep: ReadonlySignal<Sweep | undefined>;
  /** A new array whenever results arrive. */
  readonly outcomes: ReadonlySignal<readonly Outcome[]>;
  readonly isRunning: ReadonlySignal<boolean>;
  /** Estimated seconds until it is done; undefined while unknown. */
  readonly secondsLeft: ReadonlySignal<number | undefined>;
  /** Why it failed; empty if it did not. */
  readonly fault: ReadonlySignal<string>;
  /** Pauses the page's run and begins. */
  start(sweep: Sweep): void;
  /** Stops at once; the page's run continues if it was running before. */
  stop(): void;
}

/** Minimum milliseconds between two updates. */
const EVERY = 200;
/** Share of the sweep that must be done for an estimate of the rest. */
const MIN_SHARE = 0.03;

export function createSweepState(session: Session): SweepState {
  const sweep = signal<Sweep | undefined>(undefined);
  const outcomes = signal<readonly Outcome[]>([]);
  const isRunning = signal(false);
  const secondsLeft = signal<number | undefined>(undefined);
  const fault = signal('');
  let latest: Outcome[] = [];
  let startedAt = 0;
  let timer = 0;
  let wasLearning = false;
  let cancel = () => {};

  function publish(): void {
    timer = 0;
    outcomes.value = [...latest];
    const share = latest.reduce((sum, each) => sum + each.share, 0) / Math.max(1, latest.length);
    const seconds = (performance.now() - startedAt) / 1000;
    secondsLeft.value = share > MIN_SHARE ? (seconds * (1 - share)) / share : undefined;
  }

  function finish(): void {
    clearTimeout(timer);
    publish();
    isRunning.value = false;
    if (wasLearning) session.isLearning.value = true;
  }

  function stop(): void {
    if (!isRunning.peek()) return;
    cancel();
    finish();
  }

  // Continuing the page's run, or beginning another, stops the sweep.
  session.isLearning.subscribe((yes) => {
    if (yes) stop();
  });

  return {
    sweep,
    outcomes,
    isRunning,
    secondsLeft,
    fault,
    start(next) {
      stop();
      wasLearning = session.isLearning.peek();
      session.isLearning.value = false;
      sweep.value = next;
      fault.value = '';
      latest = initialOutcomes(next);
      startedAt = performance.now();
      isRunning.value = true;
      publish();
      cancel = session.sweep(next, (message) => {
        if (message.type === 'sweep advance') {
          applyAdvance(latest, message.advance);
          if (timer === 0) timer = window.setTimeout(publish, EVERY);
        } else {
          fault.value = message.reason ?? '';
          finish();
        }
      });
    },
    stop,
  };
}
