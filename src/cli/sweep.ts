import { InvalidArgumentError } from 'commander';
import type { SweepRequest } from '../format/sweep-document.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { checkMemory, MEMORY_LIMITS } from '../run/memory.ts';
import { presets } from '../run/presets.ts';
import { sweepCsv } from '../run/sweep/csv.ts';
import { applyAdvance, initialOutcomes, type Outcome } from '../run/sweep/outcome.ts';
import { sweepRuns } from '../run/sweep/runs.ts';
import { cellsOf, parseSweep, type Sweep, type SweepPlan } from '../run/sweep/sweep.ts';
import { sweepables, valueIn } from '../run/sweep/sweepable.ts';
import { nearest } from '../schema/nearest.ts';
import { DEFAULT_SOURCE, type ExperimentFlags, experimentFrom } from './experiment-flags.ts';
import { Fault, orFail } from './fault.ts';
import { listenForInterruption } from './interruption.ts';
import { createNodePool, defaultWorkerCount } from './node-pool.ts';
import { shellQuoted } from './shell-quoted.ts';
import { createSweepFolder, reopenSweepFolder, type SweepStore } from './sweep-folder.ts';
import { runLine, tableOf, unfinishedLine } from './sweep-report.ts';

type Varied = [path: string, words: string[]];

export interface SweepFlags extends ExperimentFlags {
  vary?: Varied[];
  seeds?: string;
  steps?: number;
  generations?: number;
  goal?: number;
  /** The folder of a new sweep, or of one to resume. */
  out?: string;
  resume?: string;
  workers?: number;
  json?: boolean;
  csv?: boolean;
}

const MOST_VALUES = 8;
const MOST_SEEDS = 8;
const USUAL_STEPS = 60_000;
/** Default goal distance, m. */
const USUAL_GOAL = 5;

/** Parses `optimizer.sigma=0.05,0.1` into a setting and the texts of its values. */
export function varied(text: string, before: Varied[] = []): Varied[] {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Must be key=value,value, as in optimizer.sigma=0.05,0.1.');
  return [...before, [text.slice(0, at), text.slice(at + 1).split(',')]];
}

function axisOf(experiment: Experiment, [path, words]: Varied): SweepPlan['axes'][number] {
  const setting = sweepables(experiment).find((each) => each.path === path)?.setting;
  if (setting === undefined) {
    const paths = sweepables(experiment).map((each) => each.path);
    // Compares only the key within its section: a common section name does not make two settings similar.
    const section = path.slice(0, path.indexOf('.') + 1);
    const near = nearest(
      path.slice(section.length),
      paths.flatMap((each) => (each.startsWith(section) ? [each.slice(section.length)] : [])),
    );
    throw new Fault(`--vary ${path}: there is no such setting here${near ? `; did you mean ${section}${near}?` : ''}`);
  }
  if (words.length < 2 || words.length > MOST_VALUES)
    throw new Fault(
      `--vary ${path}: it takes 2 to ${MOST_VALUES} values, as in ${path}=A,B; these are ${words.length}`,
    );
  const values = words.map((word) => {
    const value = valueIn(word, setting);
    if (value === undefined) throw new Fault(`--vary ${path}: "${word}" is no value for it`);
    return value;
  });
  return { path, values };
}

/** Parses a list of seeds. Throws a Fault that names the first invalid one. */
function seedsIn(list: string): number[] {
  const words = list.split(',');
  const odd = words.find((word) => !/^\s*\d{1,10}\s*$/.test(word) || Number(word) > 4294967295);
  if (odd !== undefined) throw new Fault(`--seeds ${list}: "${odd}" is no whole number from 0 to 4294967295`);
  if (words.length > MOST_SEEDS)
    throw new Fault(`--seeds takes ${MOST_SEEDS} seeds at most, these are ${words.length}`);
  return words.map(Number);
}

/** The sweep defined by a preset or file and by flags. Throws a Fault that says what is wrong with them. */
function sweepFrom(source: string, flags: SweepFlags): Sweep {
  const base = experimentFrom(source, flags);
  const ready = Object.hasOwn(presets, source) ? presets[source]?.sweep : undefined;
  const axes = flags.vary?.map((each) => axisOf(base, each)) ?? ready?.axes;
  if (axes === undefined) throw new Fault('what is to be varied? Say it as in --vary optimizer.sigma=0.05,0.1,0.2');
  const hasEnd = flags.steps !== undefined || flags.generations !== undefined;
  const { steps, generations } = hasEnd ? flags : (ready ?? { steps: USUAL_STEPS });
  if (axes.length > 2) throw new Fault(`--vary is given once or twice, here it is ${axes.length} times`);
  const seeds =
    (flags.seeds === undefined ? undefined : seedsIn(flags.seeds)) ??
    ready?.seeds ??
    [0, 1, 2].map((each) => base.seed + each);
  const end = { ...(steps === undefined ? {} : { steps }), ...(generations === undefined ? {} : { generations }) };
  const asked = orFail(() => parseSweep(base, { axes, seeds, ...end }));
  for (const { experiment } of cellsOf(asked)) orFail(() => checkMemory(experiment, MEMORY_LIMITS.node));
  return asked;
}

/** A new or resumed sweep; `store` is undefined if it is not saved. */
interface Begun extends SweepRequest {
  outcomes: Outcome[];
  store: SweepStore | undefined;
}

/** Rejects the flags that define a sweep: a resumed sweep has its definition in its folder. */
function refuseOrderFlags(source: string, flags: SweepFlags): void {
  const { resume: _resume, workers: _workers, json: _json, csv: _csv, goal: _goal, set, ...others } = flags;
  const given = Object.entries(others).find(([, value]) => value !== undefined)?.[0];
  const odd = given === undefined ? (set.length > 0 ? '--set' : undefined) : `--${given}`;
  if (odd) throw new Fault(`--resume goes on with a sweep as it was begun: leave out ${odd}`);
  if (source !== DEFAULT_SOURCE) throw new Fault(`--resume goes on with a sweep as it was begun: leave out ${source}`);
}

function begin(source: string, flags: SweepFlags): Begun {
  if (flags.resume !== undefined) {
    refuseOrderFlags(source, flags);
    const { order, outcomes, store } = reopenSweepFolder(flags.resume);
    return { ...order, goal: flags.goal ?? order.goal, outcomes, store };
  }
  const order = { sweep: sweepFrom(source, flags), goal: flags.goal ?? USUAL_GOAL };
  const store = flags.out === undefined ? undefined : createSweepFolder(flags.out, order);
  return { ...order, outcomes: initialOutcomes(order.sweep), store };
}

/** Runs the unfinished runs; returns after the current generation when `isOver` is true. */
async function runRest({ sweep, goal, outcomes, store }: Begun, flags: SweepFlags, isOver: () => boolean) {
  const wasDone = outcomes.map(({ share }) => share === 1);
  const evaluator = createNodePool(flags.workers ?? defaultWorkerCount());
  try {
    for await (const news of sweepRuns(sweep, evaluator, (place) => wasDone[place] === true)) {
      applyAdvance(outcomes, news);
      if (news.share === 1) {
        await store?.add(news.place, outcomes[news.place] as Outcome, evaluator);
        if (!flags.csv) console.log(runLine(sweep, outcomes, news.place, flags.json === true, goal));
      }
      if (isOver()) return;
    }
  } finally {
    await evaluator.close();
  }
}

/** Prints all runs side by side, and lists the unfinished ones. */
function printEnd({ sweep, goal, outcomes }: Begun, { csv, json }: SweepFlags): void {
  const rest = outcomes.filter(({ share }) => share < 1);
  if (csv) process.stdout.write(sweepCsv(sweep, outcomes, goal, true));
  else if (json) for (const outcome of rest) console.log(unfinishedLine(sweep, outcome));
  else console.log(`\n${tableOf(sweep, outcomes, goal)}`);
  if (rest.length > 0 && !csv && !json) console.log(`\n${rest.length} of ${outcomes.length} runs are not done.`);
}

/**
 * Tries values of one or two settings; prints each run when it ends, then all of them side by side. A signal ends the
 * sweep after the current generation; finished runs are still printed, and the others are marked as not done.
 */
export async function sweep(source: string, flags: SweepFlags): Promise<void> {
  const begun = begin(source, flags);
  const { outcomes, store } = begun;
  const interruption = listenForInterruption();
  // Also prints the runs that an earlier process finished, so that the output covers the whole sweep.
  if (!flags.csv) {
    for (const [place, { share }] of outcomes.entries()) {
      if (share === 1) console.log(runLine(begun.sweep, outcomes, place, flags.json === true, begun.goal));
    }
  }
  try {
    await runRest(begun, flags, interruption.isAsked);
  } finally {
    printEnd(begun, flags);
    const unsaved = store?.finish() ?? '';
    const isWhole = outcomes.every(({ share }) => share === 1);
    if (unsaved !== '') {
      console.error(`gaitlab: ${unsaved}.`);
      process.exitCode = 1;
    } else if (!isWhole && store)
      console.error(`Go on with it by: gaitlab sweep --resume ${shellQuoted(store.folder)}`);
  }
}
