import type { Champion } from '../run/champion.ts';
import { type Generation, run } from '../run/run.ts';
import { createReport, lineOf, summaryOf } from './evolve-report.ts';
import { type ExperimentFlags, experimentFrom } from './experiment-flags.ts';
import { createNodePool, usualWorkerCount } from './node-pool.ts';
import { openRunFolder } from './run-folder.ts';

export interface EvolveFlags extends ExperimentFlags {
  generations?: number;
  steps?: number;
  until?: number;
  workers?: number;
  out?: string;
  json?: boolean;
}

const USUAL_GENERATIONS = 200;

/** Share of the run that is done, by whichever limit comes first. */
function progress({ generation, steps }: Generation, flags: EvolveFlags): number {
  const usual = flags.steps === undefined && flags.until === undefined ? USUAL_GENERATIONS : undefined;
  const generations = flags.generations ?? usual;
  const byGenerations = generations === undefined ? 0 : (generation + 1) / generations;
  const bySteps = flags.steps === undefined ? 0 : steps / flags.steps;
  return Math.max(byGenerations, bySteps);
}

/** Exit code of who was told to stop by Ctrl-C: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/** Trains without a screen. Ctrl-C ends it after the generation in hand, with all files written; a second one at once. */
export async function evolve(source: string, flags: EvolveFlags): Promise<void> {
  const experiment = experimentFrom(source, flags);
  const folder = flags.out === undefined ? undefined : openRunFolder(flags.out, experiment);
  const report = createReport(flags.json === true, process.stdout);
  const evaluator = createNodePool(flags.workers ?? usualWorkerCount());
  const started = performance.now();
  const seconds = () => Number(((performance.now() - started) / 1000).toFixed(3));
  let interrupted = false;
  process.once('SIGINT', () => {
    interrupted = true;
    process.exitCode = INTERRUPTED;
    process.once('SIGINT', () => process.exit(INTERRUPTED));
  });

  let last: Generation | undefined;
  let record: Champion | undefined;
  try {
    for await (const generation of run(experiment, evaluator)) {
      last = generation;
      if (generation.isRecord) record = generation.champion;
      const elapsed = seconds();
      const done = progress(generation, flags);
      folder?.add(generation, lineOf(generation, elapsed));
      report.generation(generation, elapsed, done > 0 ? elapsed * (1 / done - 1) : undefined);
      const reached = flags.until !== undefined && (generation.champion?.fitness ?? Number.NaN) >= flags.until;
      if (done >= 1 || reached || interrupted || Object.keys(generation.stop).length > 0) break;
    }
  } finally {
    report.stop();
    await evaluator.close();
  }
  if (last === undefined) return;
  const summary = { ...summaryOf(last, record, seconds()), ...(interrupted ? { interrupted } : {}) };
  folder?.finish(last.state.experiment, summary);
  report.summary(summary, flags.out);
}
