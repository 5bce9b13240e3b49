import type { IslandsCheckpoint } from '../format/islands-document.ts';
import { type Checkpoint, createCheckpointBuilder } from '../run/checkpoint.ts';
import { type Island, islandsHash, runIslands } from '../run/islands.ts';
import type { Generation } from '../run/run.ts';
import { createReport, runSummary } from './evolve-report.ts';
import { createGenerationProgress } from './generation-progress.ts';
import { listenForInterruption } from './interruption.ts';
import type { IslandsStore } from './islands-folder.ts';
import { saveLastChampion } from './last-champion.ts';
import { physicsNote } from './physics.ts';
import { printError } from './print.ts';
import { createRunEvaluator } from './run-evaluator.ts';
import { runEndOf, type StopCriteria, shareDone } from './stop-criteria.ts';
import type { TrainingFlags } from './train.ts';
import { UserError } from './user-error.ts';

export interface IslandsTraining {
  checkpoint: IslandsCheckpoint;
  criteria: StopCriteria;
  store: IslandsStore | undefined;
  out: string | undefined;
}

/** Exit code of a run that ended before a champion reached `--until`. */
const GOAL_MISSED = 3;

const sumOf = <T>(all: readonly T[], of: (each: T) => number) => all.reduce((sum, each) => sum + of(each), 0);

/** The one with the largest value. */
const bestOf = <T>(all: readonly T[], of: (each: T) => number) =>
  all.reduce((best, each) => (of(each) > of(best) ? each : best));
const fitnessOf = ({ best }: Checkpoint) => best?.fitness ?? Number.NEGATIVE_INFINITY;

/** An island at the start, with the champion of its last generation. */
function islandOf({ state, champions }: Checkpoint): Island {
  const newest = champions.entries.at(-1);
  return { state, champion: newest?.generation === state.generation - 1 ? newest.genome : undefined };
}

/** The generation of the island with the best champion, with the episodes and steps of all islands. */
function together(generations: readonly Generation[]): Generation {
  const best = bestOf(generations, ({ champion }) => champion?.fitness ?? Number.NEGATIVE_INFINITY);
  return {
    ...best,
    evaluations: sumOf(generations, (each) => each.evaluations),
    steps: sumOf(generations, (each) => each.steps),
  };
}

/** The summary of the island with the best champion, with the numbers of all islands. */
function summaryOf(islands: readonly Checkpoint[]) {
  const summaries = islands.map((each) => runSummary(each, {}));
  return {
    ...runSummary(bestOf(islands, fitnessOf), {}),
    evaluations: sumOf(summaries, ({ evaluations }) => evaluations),
    steps: sumOf(summaries, ({ steps }) => steps),
    historyHash: islandsHash(summaries.map(({ historyHash }) => historyHash)),
    byIsland: summaries.map(({ fitness, historyHash }) => ({ fitness, historyHash })),
  };
}

/** Trains islands until one of them reaches a limit; prints the progress. A signal ends it after the current generation. */
export async function trainIslands(
  { checkpoint, criteria, store, out }: IslandsTraining,
  flags: TrainingFlags,
): Promise<void> {
  const { migrateEvery, islands: before } = checkpoint;
  const interruption = listenForInterruption();
  const report = createReport(flags.json === true, process.stdout);
  const builders = before.map((each) => createCheckpointBuilder(each));
  const started = performance.now();
  const seconds = () => Number((before[0]!.seconds + (performance.now() - started) / 1000).toFixed(3));
  const now = (): IslandsCheckpoint => ({ migrateEvery, islands: builders.map((each) => each.checkpoint(seconds())) });
  const done = () => Math.max(...now().islands.map((each) => shareDone(each, criteria)));
  let failure: unknown;
  try {
    if (done() < 1) {
      const progress = createGenerationProgress(report.progress, () => performance.now());
      const { title, task } = before[0]!.state.experiment;
      const name = `${title || task.name}, ${before.length} islands`;
      const evaluator = await createRunEvaluator(flags, name, progress.update);
      progress.start(`generation ${before[0]!.state.generation}`);
      try {
        for await (const generations of runIslands(before.map(islandOf), { migrateEvery }, evaluator)) {
          for (const [i, each] of generations.entries()) builders[i]!.add(each);
          const { generation } = generations[0]!;
          const share = done();
          progress.start(`generation ${generation + 1}`);
          evaluator.note?.({ generation: generation + 1, share: Math.min(1, share) });
          const left = share > 0 ? seconds() * (1 / share - 1) : undefined;
          report.generation(together(generations), seconds(), left, evaluator.summary?.());
          store?.saveIfDue(now);
          if (share >= 1 || interruption.isRequested()) break;
        }
      } finally {
        report.stop();
        await evaluator.close();
      }
    }
  } catch (error) {
    // The queue cannot be used: the run has not begun and can be resumed.
    if (error instanceof UserError) {
      store?.finish(now(), null, {});
      throw error;
    }
    failure = error;
  }
  const end = now();
  const best = bestOf(end.islands, fitnessOf);
  const ending = runEndOf(best, criteria, { failure, stop: {} });
  const summary = { ...summaryOf(end.islands), ...physicsNote(flags), ...ending };
  const unsaved = store?.finish(end, best.best, summary) ?? '';
  report.summary(summary, unsaved === '' ? out : undefined);
  if (out === undefined && best.best) printError(saveLastChampion(best.best));
  if (unsaved !== '') printError(`${unsaved}.`);
  if (ending.ended === 'failed') printError(`the run failed in generation ${best.state.generation}: ${ending.reason}.`);
  if (ending.ended === 'failed' || unsaved !== '') process.exitCode = 1;
  else if (criteria.until !== undefined && ending.ended !== 'goal') process.exitCode ??= GOAL_MISSED;
}
