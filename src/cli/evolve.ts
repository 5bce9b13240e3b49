import type { Champion } from '../run/champion.ts';
import { championHash } from '../run/champion.ts';
import { type Generation, run } from '../run/run.ts';
import { type ExperimentFlags, experimentFrom } from './experiment-flags.ts';
import { createNodePool, usualWorkerCount } from './node-pool.ts';
import { openRunFolder } from './run-folder.ts';
import { createStatusLine } from './status-line.ts';

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
  const status =
    !flags.json && process.stdout.isTTY ? createStatusLine(process.stdout, () => performance.now()) : undefined;
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
      const { best, mean, evaluations, steps, champion } = generation;
      last = generation;
      if (generation.isRecord) record = champion;
      const line = {
        generation: generation.generation,
        best,
        mean,
        champion: champion?.fitness ?? null,
        distance: champion?.distance ?? null,
        evaluations,
        steps,
        seconds: seconds(),
      };
      folder?.add(generation, line);
      const done = progress(generation, flags);
      if (flags.json) console.log(JSON.stringify(line));
      else if (status) status.show(generation, done > 0 ? seconds() * (1 / done - 1) : undefined);
      else if (generation.generation % 10 === 0) console.log(JSON.stringify(line));
      const enough = flags.until !== undefined && (champion?.fitness ?? Number.NaN) >= flags.until;
      if (done >= 1 || enough || interrupted || Object.keys(generation.stop).length > 0) break;
    }
  } finally {
    status?.end();
    await evaluator.close();
  }
  if (last === undefined) return;
  const summary = {
    done: true,
    generations: last.generation + 1,
    fitness: record?.fitness ?? null,
    distance: record?.distance ?? null,
    championGeneration: record?.generation ?? null,
    evaluations: last.evaluations,
    steps: last.steps,
    seconds: seconds(),
    historyHash: last.historyHash,
    championHash: record ? championHash(record.tests) : null,
    ...(Object.keys(last.stop).length > 0 ? { stop: last.stop } : {}),
    ...(interrupted ? { interrupted } : {}),
  };
  folder?.finish(last.state.experiment, summary);
  if (flags.json) console.log(JSON.stringify(summary));
  else tell(summary, flags.out);
}

function tell(summary: Record<string, unknown>, out: string | undefined): void {
  const { fitness, distance, championGeneration, generations, evaluations, steps, seconds } = summary;
  const metres = typeof distance === 'number' ? `${distance.toFixed(2)} m` : 'nowhere';
  console.log(
    `Best walker: ${metres} (fitness ${typeof fitness === 'number' ? fitness.toFixed(3) : '-'}), of generation ${championGeneration}.`,
  );
  console.log(`${generations} generations, ${evaluations} lives, ${steps} control steps in ${seconds} s.`);
  console.log(`history ${summary.historyHash}  champion ${summary.championHash}`);
  if (out !== undefined)
    console.log(`Kept in ${out}; see it walk again: gaitlab replay ${out}/champion.replay.json --verify`);
}
