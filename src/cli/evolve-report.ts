import { momentsToDocument } from '../format/moments-document.ts';
import { createHash } from '../math/hash.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import type { Failure } from '../run/failure.ts';
import { summariseGait } from '../run/gait-summary.ts';
import type { Generation } from '../run/run.ts';
import { float32ToText } from '../schema/floats.ts';
import { createStatusLine } from './status-line.ts';

/** Of lives that nobody came back from so many are kept of each generation. */
const MOST_LOST = 4;

/** Why, and all that it takes to try such a life again. */
const evidenceOf = ({ fault, seed, genome, statistics }: Failure) => ({
  fault,
  seed,
  genome: float32ToText(genome),
  statistics: momentsToDocument(statistics),
});

/** What the log and `--json` say of a generation. */
export function lineOf(
  { generation, best, mean, champion, evaluations, steps, failures }: Generation,
  seconds: number,
) {
  const { fitness = null, distance = null } = champion ?? {};
  const lost = failures.filter(({ fault }) => fault !== undefined).slice(0, MOST_LOST);
  const gait = champion ? summariseGait(champion.tests.map(({ evaluation }) => evaluation.metrics.gait)) : null;
  const line = { generation, best, mean, champion: fitness, distance, gait, evaluations, steps, seconds };
  return lost.length === 0 ? line : { ...line, lost: lost.map(evidenceOf) };
}

/** What is said of a run at its end. */
export function summaryOf({ state, best, seconds }: Checkpoint, stop: Generation['stop']) {
  const distances = best?.tests.map(({ distance }) => distance) ?? [];
  return {
    done: true,
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

/** Tells a run while it goes on, in the way that suits who listens. */
export interface Report {
  /** @param secondsLeft when that is known. */
  generation(generation: Generation, seconds: number, secondsLeft: number | undefined): void;
  /** The last generation has been told. */
  stop(): void;
  /** @param out the folder it is kept in. */
  summary(summary: ReturnType<typeof summaryOf>, out: string | undefined): void;
}

const jsonReport: Report = {
  generation: (generation, seconds) => console.log(JSON.stringify(lineOf(generation, seconds))),
  stop: () => {},
  summary: (summary) => console.log(JSON.stringify(summary)),
};

/** Where nobody sees a line change, every tenth generation gets one of its own. */
function plainGeneration({ generation, best, mean, champion, steps }: Generation, seconds: number): void {
  if (generation % 10 !== 0) return;
  const gait = summariseGait((champion?.tests ?? []).map(({ evaluation }) => evaluation.metrics.gait));
  const walks = `${gait.verb} ${(champion?.distance ?? 0).toFixed(2)} m`;
  const fitness = `best ${best.toFixed(2)}  mean ${mean.toFixed(2)}`;
  console.log(`generation ${generation}  ${fitness}  ${walks}  ${steps} steps  ${seconds.toFixed(1)} s`);
}

function tell(summary: ReturnType<typeof summaryOf>, out: string | undefined): void {
  const { fitness, distance, championGeneration, generations, evaluations, steps, seconds } = summary;
  if (fitness === null || distance === null) console.log('Nobody lived through the tests of a champion.');
  else
    console.log(`Best: ${distance.toFixed(2)} m, fitness ${fitness.toFixed(3)}, of generation ${championGeneration}.`);
  console.log(`${generations} generations, ${evaluations} lives, ${steps} control steps in ${seconds} s.`);
  console.log(`history ${summary.historyHash}  champion ${summary.championHash}`);
  if (out === undefined) return;
  console.log(`Kept in ${out}; let it walk again: gaitlab replay ${out}/champion.replay.json --verify`);
}

/** JSON for programs, one live line for a terminal, plain lines for the rest. */
export function createReport(json: boolean, out: NodeJS.WriteStream): Report {
  if (json) return jsonReport;
  if (!out.isTTY) return { generation: plainGeneration, stop: () => {}, summary: tell };
  const status = createStatusLine(out);
  return { generation: status.show, stop: status.end, summary: tell };
}
