import { effectiveAt } from '../run/amend.ts';
import { type Checkpoint, createCheckpointBuilder } from '../run/checkpoint.ts';
import { type Generation, optimizerOf, type RunState, run } from '../run/run.ts';
import { type Ends, endingOf, progress } from './ends.ts';
import { createReport, lineOf, summaryOf } from './evolve-report.ts';
import { listenForInterruption } from './interruption.ts';
import { keepLastChampion } from './last-champion.ts';
import { createNodePool, defaultWorkerCount } from './node-pool.ts';
import type { RunStore } from './run-store.ts';

/** Flags of a run that starts or resumes. */
export interface TrainingFlags {
  workers?: number;
  json?: boolean;
}

/** A run, and its store if it has one. */
export interface Training {
  checkpoint: Checkpoint;
  ends: Ends;
  store: RunStore | undefined;
  /** The folder of the store. */
  out: string | undefined;
}

const hasStopped = (stop: Generation['stop']) => Object.keys(stop).length > 0;

function stopOf({ experiment, generation, optimizer }: RunState): Generation['stop'] {
  if (generation === 0) return {};
  return optimizerOf(effectiveAt(experiment, generation - 1)).optimizer.stop(optimizer);
}

/** Exit code of a run that ended before its champion reached `--until`. */
const GOAL_MISSED = 3;

/**
 * Trains until a limit is reached; prints the progress. A signal ends training after the current generation, with all
 * files complete.
 */
export async function train({ checkpoint, ends, store, out }: Training, flags: TrainingFlags): Promise<void> {
  const interruption = listenForInterruption();
  const report = createReport(flags.json === true, process.stdout);
  const builder = createCheckpointBuilder(checkpoint);
  const started = performance.now();
  const seconds = () => Number((checkpoint.seconds + (performance.now() - started) / 1000).toFixed(3));
  const now = () => builder.checkpoint(seconds());
  let stop = stopOf(checkpoint.state);
  let failure: unknown;

  async function learn(): Promise<void> {
    if (progress(checkpoint, ends) >= 1 || hasStopped(stop)) return;
    const evaluator = createNodePool(flags.workers ?? defaultWorkerCount());
    try {
      for await (const generation of run(checkpoint.state, evaluator)) {
        builder.add(generation);
        stop = generation.stop;
        const { best } = now();
        const elapsed = seconds();
        const done = progress(now(), ends);
        store?.add(lineOf(generation, elapsed), now, generation.isRecord && best ? best : undefined);
        report.generation(generation, elapsed, done > 0 ? elapsed * (1 / done - 1) : undefined);
        if (done >= 1 || interruption.isAsked() || hasStopped(stop)) break;
      }
    } finally {
      report.stop();
      await evaluator.close();
    }
  }

  try {
    await learn();
  } catch (error) {
    failure = error;
  }
  const end = now();
  const ending = endingOf(end, ends, { failure, stop });
  const summary = { ...summaryOf(end, stop), ...ending };
  const unsaved = store?.finish(end, ends, summary) ?? '';
  report.summary(summary, unsaved === '' ? out : undefined);
  if (out === undefined && end.best) console.error(`gaitlab: ${keepLastChampion(end.best)}`);
  if (unsaved !== '') console.error(`gaitlab: ${unsaved}.`);
  if (ending.ended === 'failed')
    console.error(`gaitlab: the run failed in generation ${end.state.generation}: ${ending.reason}.`);
  if (ends.until !== undefined && ending.ended !== 'goal')
    console.error(`gaitlab: no champion reached the fitness ${ends.until} of --until.`);
  if (ending.ended === 'failed' || unsaved !== '') process.exitCode = 1;
  else if (ends.until !== undefined && ending.ended !== 'goal') process.exitCode ??= GOAL_MISSED;
}
