import { createHash } from '../../math/hash.ts';
import { effectiveAt } from '../../run/amend.ts';
import type { Batch } from '../../run/batch.ts';
import { championOf } from '../../run/champion.ts';
import { type ChampionEntry, episodeBatch } from '../../run/champion-history.ts';
import type { Checkpoint } from '../../run/checkpoint.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { GenerationSummary } from '../../run/run-host.ts';
import { measureOf } from '../session/measure.ts';
import { createRunRecord, type RunRecord } from '../session/run-record.ts';
import type { RunWorker } from '../session/run-worker.ts';

/** An entry's champion living all its tests again. */
function testsOf(experiment: Experiment, { generation, genome, statistics, seeds }: ChampionEntry): Batch {
  const requests = seeds.map((seed, i) => ({ genome, seed, statistics, record: i === 0 }));
  return { experiment: effectiveAt(experiment, generation), requests };
}

/** How far whoever did best over all tests came in the first: what is known of the best in a file. */
async function bestOf(experiment: Experiment, entries: readonly ChampionEntry[], live: RunWorker['live']) {
  const farthest = entries.reduce((best, each) => (each.distance > best.distance ? each : best));
  const [life] = await live(episodeBatch(experiment, farthest));
  return life && Math.max(0, measureOf(experiment, life, life.recording));
}

/**
 * The record of a run that was kept, as it was when it was left: its champion, who was not, lives again. `best` is how far any
 * champion came, where that was kept beside.
 */
export async function restoredRun(
  id: number,
  checkpoint: Checkpoint,
  live: RunWorker['live'],
  best = Number.NaN,
): Promise<RunRecord> {
  const { state, history, champions } = checkpoint;
  const { experiment, evaluations, steps } = state;
  const run = createRunRecord(id, experiment);
  run.checkpoint.value = checkpoint;
  run.history.restore(history);
  run.championHistory.restore(champions);
  const [row] = run.history.latest(1);
  const newest = champions.entries.at(-1);
  if (row === undefined) return run;
  const generation = state.generation - 1;
  const told: GenerationSummary = {
    ...row,
    generation,
    evaluations,
    steps,
    fitness: new Float64Array(),
    champion: undefined,
    isRecord: champions.records.at(-1) === generation,
    failures: [],
    stop: {},
    historyHash: createHash(state.history).digest(),
    signs: { ...row, generation },
  };
  if (newest) {
    const tests = testsOf(experiment, newest);
    told.champion = championOf(newest.generation, tests.requests, await live(tests));
    run.best.value = Number.isFinite(best) ? best : await bestOf(experiment, champions.entries, live);
  }
  run.latest.value = told;
  return run;
}
