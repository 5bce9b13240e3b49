import type { SweepRequest } from '../format/sweep-document.ts';
import { sweepCsv } from '../run/sweep/csv.ts';
import { applyAdvance, initialOutcomes, type Outcome } from '../run/sweep/outcome.ts';
import { sweepRuns } from '../run/sweep/runs.ts';
import { plural } from '../schema/plural.ts';
import { DEFAULT_SOURCE } from './experiment-flags.ts';
import { createGenerationProgress } from './generation-progress.ts';
import { listenForInterruption } from './interruption.ts';
import { printError, printLine } from './print.ts';
import { createRunEvaluator, type RunEvaluator } from './run-evaluator.ts';
import { shellQuoted } from './shell-quoted.ts';
import { type SweepFlags, sweepFrom } from './sweep-flags.ts';
import { createSweepFolder, reopenSweepFolder, type SweepStore } from './sweep-folder.ts';
import { runLine, tableOf, unfinishedLine } from './sweep-report.ts';
import { UserError } from './user-error.ts';

/** Default goal distance, m. */
const DEFAULT_GOAL = 5;

/** Threads of a queue's workers that one run keeps busy, and runs at the same time at most. */
const THREADS_PER_RUN = 4;
const MAX_AT_ONCE = 16;

/** A new or resumed sweep; `store` is undefined if it is not saved. */
interface OpenSweep extends SweepRequest {
  outcomes: Outcome[];
  store: SweepStore | undefined;
}

/** Rejects the flags that define a sweep: a resumed sweep has its definition in its folder. */
function refuseOrderFlags(source: string, flags: SweepFlags): void {
  const {
    resume: _resume,
    workers: _workers,
    queue: _queue,
    json: _json,
    csv: _csv,
    goal: _goal,
    set,
    ...others
  } = flags;
  const given = Object.entries(others).find(([, value]) => value !== undefined)?.[0];
  const odd = given === undefined ? (set.length > 0 ? '--set' : undefined) : `--${given}`;
  if (odd) throw new UserError(`--resume continues a sweep unchanged: leave out ${odd}`);
  if (source !== DEFAULT_SOURCE) throw new UserError(`--resume continues a sweep unchanged: leave out ${source}`);
}

function openSweep(source: string, flags: SweepFlags): OpenSweep {
  if (flags.resume !== undefined) {
    refuseOrderFlags(source, flags);
    const { order, outcomes, store } = reopenSweepFolder(flags.resume);
    return { ...order, goal: flags.goal ?? order.goal, outcomes, store };
  }
  const order = { sweep: sweepFrom(source, flags), goal: flags.goal ?? DEFAULT_GOAL };
  const store = flags.out === undefined ? undefined : createSweepFolder(flags.out, order);
  return { ...order, outcomes: initialOutcomes(order.sweep), store };
}

/** Names the next generation of the first unfinished run. */
function nextGeneration(outcomes: readonly Outcome[]): string {
  const place = outcomes.findIndex(({ share }) => share < 1);
  return `run ${place + 1} of ${outcomes.length}, generation ${outcomes[place]?.steps.length ?? 0}`;
}

/** Tells others how much of the sweep is done, and the generations that its runs have made together. */
function note({ note }: Pick<RunEvaluator, 'note'>, outcomes: readonly Outcome[]): void {
  note?.({
    generation: outcomes.reduce((sum, { steps }) => sum + steps.length, 0),
    share: Math.min(1, outcomes.reduce((sum, { share }) => sum + share, 0) / outcomes.length),
  });
}

/** Runs the unfinished runs; returns after the current generation when `isOver` is true. */
async function runRemaining({ sweep, goal, outcomes, store }: OpenSweep, flags: SweepFlags, isOver: () => boolean) {
  const wasDone = outcomes.map(({ share }) => share === 1);
  const progress = createGenerationProgress(
    (line) => {
      if (!flags.json || process.stderr.isTTY) printError(line);
    },
    () => performance.now(),
  );
  const evaluator = await createRunEvaluator(
    flags,
    `sweep of ${sweep.axes.map(({ path }) => path).join(' and ')}`,
    progress.update,
  );
  progress.start(nextGeneration(outcomes));
  note(evaluator, outcomes);
  try {
    const runsAtOnce = () => Math.min(MAX_AT_ONCE, Math.ceil((evaluator.threadCount?.() ?? 1) / THREADS_PER_RUN));
    for await (const advance of sweepRuns(sweep, evaluator, (place) => wasDone[place] === true, runsAtOnce)) {
      applyAdvance(outcomes, advance);
      progress.start(nextGeneration(outcomes));
      note(evaluator, outcomes);
      if (advance.share === 1) {
        await store?.add(advance.place, outcomes[advance.place] as Outcome, evaluator);
        if (!flags.csv) printLine(runLine(sweep, outcomes, advance.place, flags.json === true, goal));
      }
      if (isOver()) return;
    }
  } finally {
    await evaluator.close();
  }
}

/** Prints all runs side by side, and lists the unfinished ones. */
function printResults({ sweep, goal, outcomes }: OpenSweep, { csv, json }: SweepFlags): void {
  const unfinished = outcomes.filter(({ share }) => share < 1);
  if (csv) process.stdout.write(sweepCsv(sweep, outcomes, goal, true));
  else if (json) for (const outcome of unfinished) printLine(unfinishedLine(sweep, outcome));
  else for (const line of ['', ...tableOf(sweep, outcomes, goal)]) printLine(line);
  if (unfinished.length === 0 || csv || json) return;
  printLine();
  printLine(
    `${unfinished.length} of ${plural(outcomes.length, 'run')} ${unfinished.length === 1 ? 'is' : 'are'} not done.`,
  );
}

/**
 * Tries values of one or two settings; prints each run when it ends, then all of them side by side. A signal ends the
 * sweep after the current generation; finished runs are still printed, and the others are marked as not done.
 */
export async function sweep(source: string, flags: SweepFlags): Promise<void> {
  const opened = openSweep(source, flags);
  const { outcomes, store } = opened;
  const interruption = listenForInterruption();
  // Also prints the runs that an earlier process finished, so that the output covers the whole sweep.
  if (!flags.csv) {
    for (const [place, { share }] of outcomes.entries()) {
      if (share === 1) printLine(runLine(opened.sweep, outcomes, place, flags.json === true, opened.goal));
    }
  }
  try {
    await runRemaining(opened, flags, interruption.isRequested);
  } finally {
    printResults(opened, flags);
    const unsaved = store?.finish() ?? '';
    const isComplete = outcomes.every(({ share }) => share === 1);
    if (unsaved !== '') {
      printError(`${unsaved}.`);
      process.exitCode = 1;
    } else if (!isComplete && store) printError(`continue it by: gaitlab sweep --resume ${shellQuoted(store.folder)}`);
  }
}
