import { momentsToDocument } from '../format/moments-document.ts';
import { createHash } from '../math/hash.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import type { Failure } from '../run/failure.ts';
import { summariseGait } from '../run/gait-summary.ts';
import type { Generation } from '../run/run.ts';
import { float32ToText } from '../schema/floats.ts';
import { plural } from '../schema/plural.ts';
import type { physicsNote } from './physics.ts';
import { printError, printJson, printLine } from './print.ts';
import { shellQuoted } from './shell-quoted.ts';
import { createStatusLine } from './status-line.ts';

/** Maximum number of logged episodes per generation that lost their workers. */
const MAX_LOST = 4;

/** The reason of a lost episode, and all data needed to simulate it again. */
const lostEpisode = ({ fault, seed, genome, statistics }: Failure) => ({
  fault,
  seed,
  genome: float32ToText(genome),
  statistics: momentsToDocument(statistics),
});

/** One generation as a line of the log and of `--json`. */
export function generationLine(
  { generation, best, mean, champion, evaluations, steps, failures }: Generation,
  seconds: number,
) {
  const { fitness = null, distance = null } = champion ?? {};
  const lost = failures.filter(({ fault }) => fault !== undefined).slice(0, MAX_LOST);
  const gait = champion ? summariseGait(champion.tests.map(({ evaluation }) => evaluation.metrics.gait)) : null;
  const line = { generation, best, mean, champion: fitness, distance, gait, evaluations, steps, seconds };
  return lost.length === 0 ? line : { ...line, lost: lost.map(lostEpisode) };
}

/** Summary of a run at its end. */
export function runSummary({ state, best, seconds }: Checkpoint, stop: Generation['stop']) {
  const distances = best?.tests.map(({ distance }) => distance) ?? [];
  return {
    generations: state.generation,
    fitness: best?.fitness ?? null,
    distance: best ? distances.reduce((sum, distance) => sum + distance, 0) / distances.length : null,
    championGeneration: best?.generation ?? null,
    evaluations: state.evaluations,
    steps: state.steps,
    seconds,
    historyHash: createHash(state.history).digest(),
    championHash: best?.hash ?? null,
    ...(Object.keys(stop).length > 0 ? { stop } : {}),
  };
}

/** A summary to print. */
export type Summary = ReturnType<typeof runSummary> & ReturnType<typeof physicsNote>;

/** Prints the progress of a run. */
export interface Report {
  /**
   * @param secondsLeft undefined if unknown
   * @param workers how many workers of a queue evaluate, and how fast
   */
  generation(generation: Generation, seconds: number, secondsLeft: number | undefined, workers?: string): void;
  /** A line about the current generation, which takes long. */
  progress(line: string): void;
  /** Called after the last generation. */
  stop(): void;
  /** @param out the folder that stores the run */
  summary(summary: Summary, out: string | undefined): void;
}

const jsonReport: Report = {
  generation: (generation, seconds) => printJson(generationLine(generation, seconds)),
  progress: (line) => {
    if (process.stderr.isTTY) printError(line);
  },
  stop: () => {},
  summary: (summary) => printJson(summary),
};

/** Without a terminal, one line is printed every ten generations. */
const plainGeneration: Report['generation'] = (
  { generation, best, mean, champion, steps },
  seconds,
  _left,
  workers,
) => {
  if (generation % 10 !== 0) return;
  const gait = summariseGait((champion?.tests ?? []).map(({ evaluation }) => evaluation.metrics.gait));
  const walks = `${gait.verb} ${(champion?.distance ?? 0).toFixed(2)} m`;
  const fitness = `best ${best.toFixed(2)}  mean ${mean.toFixed(2)}`;
  const others = workers === undefined ? '' : `  ${workers}`;
  printLine(`generation ${generation}  ${fitness}  ${walks}  ${steps} steps  ${seconds.toFixed(1)} s${others}`);
};

function printSummary(summary: Summary, out: string | undefined): void {
  const { fitness, distance, championGeneration, generations, evaluations, steps, seconds, physics } = summary;
  if (fitness === null || distance === null) printLine('No champion: every test episode failed.');
  else printLine(`Best: ${distance.toFixed(2)} m, fitness ${fitness.toFixed(3)}, in generation ${championGeneration}.`);
  const counts = [plural(generations, 'generation'), plural(evaluations, 'episode'), plural(steps, 'control step')];
  printLine(`${counts.join(', ')} in ${seconds} s${physics === undefined ? '' : ` (physics: ${physics})`}.`);
  printLine(`history ${summary.historyHash}  champion ${summary.championHash}`);
  if (out === undefined) return;
  const champion = shellQuoted(`${out}/champion.replay.json`);
  printLine(`Stored in ${shellQuoted(out)}; to replay the champion: gaitlab replay ${champion} --verify`);
}

/** JSON for programs, one updating line for a terminal, plain lines otherwise. */
export function createReport(json: boolean, out: NodeJS.WriteStream): Report {
  if (json) return jsonReport;
  if (!out.isTTY) return { generation: plainGeneration, progress: printError, stop: () => {}, summary: printSummary };
  const status = createStatusLine(out);
  return { generation: status.show, progress: status.showText, stop: status.end, summary: printSummary };
}
