import { effectiveAt } from '../run/amend.ts';
import { type Checkpoint, createCheckpointBuilder } from '../run/checkpoint.ts';
import { type Generation, optimizerOf, type RunState, run } from '../run/run.ts';
import { type Ends, progress } from './ends.ts';
import { createReport, lineOf, summaryOf } from './evolve-report.ts';
import { listenForInterruption } from './interruption.ts';
import { createNodePool, defaultWorkerCount } from './node-pool.ts';
import type { RunStore } from './run-store.ts';

/** How a run is trained, whether it begins or goes on. */
export interface TrainingFlags {
  workers?: number;
  json?: boolean;
}

/** A run and where it is kept, if anywhere. */
export interface Training {
  checkpoint: Checkpoint;
  ends: Ends;
  store: RunStore | undefined;
  /** The folder of the store. */
  out: string | undefined;
}

const isOver = (stop: Generation['stop']) => Object.keys(stop).length > 0;

function stopOf({ experiment, generation, optimizer }: RunState): Generation['stop'] {
  if (generation === 0) return {};
  return optimizerOf(effectiveAt(experiment, generation - 1)).optimizer.stop(optimizer);
}

/** Trains without a screen until one of the ends. Ctrl-C ends it after the generation in hand, with all files written. */
export async function train({ checkpoint, ends, store, out }: Training, flags: TrainingFlags): Promise<void> {
  const interruption = listenForInterruption();
  const report = createReport(flags.json === true, process.stdout);
  const ledger = createCheckpointBuilder(checkpoint);
  const started = performance.now();
  const seconds = () => Number((checkpoint.seconds + (performance.now() - started) / 1000).toFixed(3));
  const now = () => ledger.checkpoint(seconds());
  let stop = stopOf(checkpoint.state);

  async function live(): Promise<void> {
    if (progress(checkpoint, ends) >= 1 || isOver(stop)) return;
    const evaluator = createNodePool(flags.workers ?? defaultWorkerCount());
    try {
      for await (const generation of run(checkpoint.state, evaluator)) {
        ledger.add(generation);
        stop = generation.stop;
        const { best } = now();
        const elapsed = seconds();
        const done = progress(now(), ends);
        store?.add(lineOf(generation, elapsed), now, generation.isRecord && best ? best : undefined);
        report.generation(generation, elapsed, done > 0 ? elapsed * (1 / done - 1) : undefined);
        if (done >= 1 || interruption.isAsked() || isOver(stop)) break;
      }
    } finally {
      report.stop();
      await evaluator.close();
    }
  }

  try {
    await live();
  } finally {
    const end = now();
    const summary = {
      ...summaryOf(end, stop),
      ...(interruption.isAsked() ? { interrupted: true } : {}),
    };
    const unsaved = store?.finish(end, ends, summary) ?? '';
    report.summary(summary, unsaved === '' ? out : undefined);
    if (unsaved !== '') {
      console.error(`gaitlab: ${unsaved}.`);
      process.exitCode = 1;
    }
  }
}
