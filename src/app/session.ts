import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import url from '../../workers/evaluate.ts?worker&url';
import type { Champion } from '../run/champion.ts';
import type { Evaluator } from '../run/evaluator.ts';
import type { Experiment } from '../run/experiment.ts';
import { createPool } from '../run/pool.ts';
import { type Generation, run } from '../run/run.ts';
import { measureOf } from './deed.ts';
import { createHistory, type History } from './history.ts';
import { createPace } from './pace.ts';

/** The run that the page shows: what has it learnt so far, and the handles to stop it and start it. */
export interface Session {
  readonly experiment: ReadonlySignal<Experiment>;
  /** Set it to pause and to go on. */
  readonly isLearning: Signal<boolean>;
  readonly latest: ReadonlySignal<Generation | undefined>;
  /** The farthest any champion came, metres. */
  readonly best: ReadonlySignal<number | undefined>;
  /** Control steps lived in a second. */
  readonly pace: ReadonlySignal<number>;
  readonly history: History;
  begin(experiment: Experiment): void;
  close(): Promise<void>;
}

export interface SessionOptions {
  onBegin(experiment: Experiment): void;
  onChampion(champion: Champion): void;
  /** Something went wrong; `fatal` when learning has stopped over it. */
  onTrouble(reason: string, fatal: boolean): void;
}

/** Every processor but one, which draws. */
const workerCount = () => Math.max(1, Math.min(16, (navigator.hardwareConcurrency || 2) - 1));

export function createSession(first: Experiment, { onBegin, onChampion, onTrouble }: SessionOptions): Session {
  const experiment = signal(first);
  const isLearning = signal(true);
  const latest = signal<Generation | undefined>(undefined);
  const best = signal<number | undefined>(undefined);
  const pace = signal(0);
  const history = createHistory();
  const meter = createPace();
  const evaluator: Evaluator = createPool({
    script: url,
    kind: 'web',
    workerCount: workerCount(),
    now: () => performance.now(),
    onLoss: (reason) => onTrouble(reason, false),
  });
  // A pause says nothing about how fast learning is.
  isLearning.subscribe(() => meter.clear());
  let current: AsyncGenerator<Generation, never, void> | undefined;

  const learning = () =>
    new Promise<void>((resolve) => {
      const stop = isLearning.subscribe((yes) => {
        if (!yes) return;
        resolve();
        queueMicrotask(() => stop());
      });
    });

  function take(generation: Generation): void {
    const { champion } = generation;
    const test = champion?.tests[0];
    if (champion && test) {
      const measure = measureOf(experiment.value, test, champion.recording);
      if (measure > (best.value ?? 0)) best.value = measure;
    }
    history.add(generation.generation, generation.best, generation.mean);
    pace.value = meter.mark(generation.steps, performance.now());
    latest.value = generation;
    if (champion) onChampion(champion);
  }

  async function learn(turns: AsyncGenerator<Generation, never, void>): Promise<void> {
    current = turns;
    try {
      while (current === turns) {
        await learning();
        if (current !== turns) return;
        const { value } = await turns.next();
        // What was under way when the viewer paused is taken up when they go on.
        await learning();
        if (current === turns) take(value);
      }
    } catch (error) {
      if (current === turns) onTrouble(error instanceof Error ? error.message : String(error), true);
    }
  }

  function begin(next: Experiment): void {
    experiment.value = next;
    latest.value = undefined;
    best.value = undefined;
    pace.value = 0;
    history.clear();
    meter.clear();
    onBegin(next);
    void learn(run(next, evaluator, { record: true }));
  }

  return { experiment, isLearning, latest, best, pace, history, begin, close: () => evaluator.close() };
}
