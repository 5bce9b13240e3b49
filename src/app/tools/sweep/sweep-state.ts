import { type ReadonlySignal, signal } from '@preact/signals';
import { applyAdvance, initialOutcomes, type Outcome } from '../../../run/sweep/outcome.ts';
import type { Sweep } from '../../../run/sweep/sweep.ts';
import type { Session } from '../../session/session.ts';

/** The page's one sweep: under way, done, or none yet. It goes on while its tool is put away. */
export interface SweepState {
  readonly sweep: ReadonlySignal<Sweep | undefined>;
  /** A new list whenever something was told. */
  readonly outcomes: ReadonlySignal<readonly Outcome[]>;
  readonly isRunning: ReadonlySignal<boolean>;
  /** Seconds until it is done, as far as its pace so far tells. */
  readonly secondsLeft: ReadonlySignal<number | undefined>;
  /** Why it had to stop; empty for nothing. */
  readonly fault: ReadonlySignal<string>;
  /** Holds the page's own run and begins. */
  start(sweep: Sweep): void;
  /** At once; the page's own run goes on if it did before. */
  stop(): void;
}

/** Milliseconds between two looks at what was told. */
const EVERY = 200;
/** Share of the whole from which on a pace can be told. */
const ENOUGH = 0.03;

export function createSweepState(session: Session): SweepState {
  const sweep = signal<Sweep | undefined>(undefined);
  const outcomes = signal<readonly Outcome[]>([]);
  const isRunning = signal(false);
  const secondsLeft = signal<number | undefined>(undefined);
  const fault = signal('');
  let kept: Outcome[] = [];
  let began = 0;
  let timer = 0;
  let wasLearning = false;
  let end = () => {};

  function look(): void {
    timer = 0;
    outcomes.value = [...kept];
    const share = kept.reduce((sum, each) => sum + each.share, 0) / Math.max(1, kept.length);
    const seconds = (performance.now() - began) / 1000;
    secondsLeft.value = share > ENOUGH ? (seconds * (1 - share)) / share : undefined;
  }

  function finish(): void {
    clearTimeout(timer);
    look();
    isRunning.value = false;
    if (wasLearning) session.isLearning.value = true;
  }

  function stop(): void {
    if (!isRunning.peek()) return;
    end();
    finish();
  }

  // Whoever lets the page's own run go on, or begins another, wants that more.
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
      kept = initialOutcomes(next);
      began = performance.now();
      isRunning.value = true;
      look();
      end = session.sweep(next, (message) => {
        if (message.type === 'sweep advance') {
          applyAdvance(kept, message.advance);
          if (timer === 0) timer = window.setTimeout(look, EVERY);
        } else {
          fault.value = message.reason ?? '';
          finish();
        }
      });
    },
    stop,
  };
}
