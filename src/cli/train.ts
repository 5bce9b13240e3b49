import { effectiveAt } from '../run/amend.ts';
import { type Checkpoint, createCheckpointBuilder } from '../run/checkpoint.ts';
import { type Generation, optimizerOf, type RunState, run } from '../run/run.ts';
import { createReport, generationLine, runSummary } from './evolve-report.ts';
import { createGenerationProgress } from './generation-progress.ts';
import { listenForInterruption } from './interruption.ts';
import { saveLastChampion } from './last-champion.ts';
import { physicsNote } from './physics.ts';
import { printError } from './print.ts';
import { createRunEvaluator, type EvaluatorFlags } from './run-evaluator.ts';
import type { RunStore } from './run-store.ts';
import { runEndOf, type StopCriteria, shareDone } from './stop-criteria.ts';
import { UserError } from './user-error.ts';

/** Flags of a run that starts or resumes. */
export interface TrainingFlags extends EvaluatorFlags {
  json?: boolean;
}

/** A run to train, with its limits and, if it is stored, its store. */
export interface TrainingRun {
  checkpoint: Checkpoint;
  criteria: StopCriteria;
  store: RunStore | undefined;
  /** The folder of the store. */
  out: string | undefined;
}

const hasConverged = (stop: Generation['stop']) => Object.keys(stop).length > 0;

function stopOf({ experiment, generation, optimizer }: RunState): Generation['stop'] {
  if (generation === 0) return {};
  return optimizerOf(effectiveAt(experiment, generation - 1)).optimizer.stop(optimizer);
}

/** A name of a run for people. */
const titleOf = ({ experiment: { title, task, seed } }: RunState) =>
  title === '' ? `${task.name}, seed ${seed}` : title;

/** Exit code of a run that ended before its champion reached `--until`. */
const GOAL_MISSED = 3;

/**
 * Trains until a limit is reached; prints the progress. A signal ends training after the current generation, with all
 * files complete.
 */
export async function train({ checkpoint, criteria, store, out }: TrainingRun, flags: TrainingFlags): Promise<void> {
  const interruption = listenForInterruption();
  const report = createReport(flags.json === true, process.stdout);
  const builder = createCheckpointBuilder(checkpoint);
  const started = performance.now();
  const seconds = () => Number((checkpoint.seconds + (performance.now() - started) / 1000).toFixed(3));
  const now = () => builder.checkpoint(seconds());
  let stop = stopOf(checkpoint.state);
  let failure: unknown;

  async function trainToEnd(): Promise<void> {
    if (shareDone(checkpoint, criteria) >= 1 || hasConverged(stop)) return;
    const progress = createGenerationProgress(report.progress, () => performance.now());
    const evaluator = await createRunEvaluator(flags, titleOf(checkpoint.state), progress.update);
    evaluator.note?.({ generation: checkpoint.state.generation, share: shareDone(checkpoint, criteria) });
    progress.start(`generation ${checkpoint.state.generation}`);
    try {
      for await (const generation of run(checkpoint.state, evaluator)) {
        builder.add(generation);
        progress.start(`generation ${generation.generation + 1}`);
        stop = generation.stop;
        const { best } = now();
        const elapsed = seconds();
        const done = shareDone(now(), criteria);
        store?.add(generationLine(generation, elapsed), now, generation.isRecord && best ? best : undefined);
        evaluator.note?.({ generation: generation.generation + 1, share: Math.min(1, done) });
        const left = done > 0 ? elapsed * (1 / done - 1) : undefined;
        report.generation(generation, elapsed, left, evaluator.summary?.());
        if (done >= 1 || interruption.isRequested() || hasConverged(stop)) break;
      }
    } finally {
      report.stop();
      await evaluator.close();
    }
  }

  try {
    await trainToEnd();
  } catch (error) {
    // The queue cannot be used: the run has not begun and can be resumed.
    if (error instanceof UserError) {
      store?.finish(now(), criteria, {});
      throw error;
    }
    failure = error;
  }
  const end = now();
  const ending = runEndOf(end, criteria, { failure, stop });
  const summary = { ...runSummary(end, stop), ...physicsNote(flags), ...ending };
  const unsaved = store?.finish(end, criteria, summary) ?? '';
  report.summary(summary, unsaved === '' ? out : undefined);
  if (out === undefined && end.best) printError(saveLastChampion(end.best));
  if (unsaved !== '') printError(`${unsaved}.`);
  if (ending.ended === 'failed') printError(`the run failed in generation ${end.state.generation}: ${ending.reason}.`);
  if (criteria.until !== undefined && ending.ended !== 'goal')
    printError(`no champion reached the fitness ${criteria.until} of --until.`);
  if (ending.ended === 'failed' || unsaved !== '') process.exitCode = 1;
  else if (criteria.until !== undefined && ending.ended !== 'goal') process.exitCode ??= GOAL_MISSED;
}
