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

/** The episodes of all tests of a champion. */
function testsOf(experiment: Experiment, { generation, genome, statistics, seeds }: ChampionEntry): Batch {
  const requests = seeds.map((seed, i) => ({ genome, seed, statistics, record: i === 0 }));
  return { experiment: effectiveAt(experiment, generation), requests };
}

/** The distance, in its first test, of the champion with the greatest mean distance: a file has no better estimate. */
async function bestOf(experiment: Experiment, entries: readonly ChampionEntry[], simulate: RunWorker['simulate']) {
  const farthest = entries.reduce((best, each) => (each.distance > best.distance ? each : best));
  const [episode] = await simulate(episodeBatch(experiment, farthest));
  return episode && Math.max(0, measureOf(experiment, episode, episode.recording));
}

/**
 * The record of a run from its checkpoint. The newest champion is simulated again, since a checkpoint has no recording.
 * @param best farthest distance of any champion, metres, if known
 */
export async function restoredRun(
  id: number,
  checkpoint: Checkpoint,
  simulate: RunWorker['simulate'],
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
  const summary: GenerationSummary = {
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
    summary.champion = championOf(newest.generation, tests.requests, await simulate(tests));
    run.best.value = Number.isFinite(best) ? best : await bestOf(experiment, champions.entries, simulate);
  }
  run.latest.value = summary;
  return run;
}
