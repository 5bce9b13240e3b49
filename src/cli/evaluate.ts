import { seedOf } from '../math/rng.ts';
import { deviation, mean, median } from '../math/stats.ts';
import { hasPublished } from '../run/episode-rules.ts';
import type { Evaluator } from '../run/evaluator.ts';
import { summariseGait } from '../run/gait-summary.ts';
import { testBatch } from '../run/replay.ts';
import { livesOfPolicy, type PolicyTrial } from './evaluate-policy.ts';
import { Fault } from './fault.ts';
import { readReplay } from './files.ts';
import { gaitLine } from './gait-line.ts';
import { createNodePool, defaultWorkerCount } from './node-pool.ts';
import { printReturn, summariseReturn } from './return-summary.ts';

export interface EvaluateFlags extends Partial<PolicyTrial> {
  episodes: number;
  seed: number;
  workers?: number;
  json?: boolean;
}

/**
 * Evaluates a replay's creature on new terrain: in episodes as in training, and by the task's published rules if it has
 * any.
 */
async function evaluateReplay(file: string, seeds: readonly number[], json: boolean, pool: () => Evaluator) {
  const batch = testBatch(readReplay(file), seeds);
  const evaluator = pool();
  const lives = (await evaluator.evaluate(batch)).map(({ evaluation }) => evaluation);
  const published = hasPublished(batch.experiment) ? await summariseReturn(batch, evaluator) : undefined;
  const fitness = lives.map((life) => life.fitness);
  const summary = {
    episodes: seeds.length,
    mean: mean(fitness),
    deviation: deviation(fitness),
    median: median(fitness),
    distance: mean(lives.map(({ metrics }) => metrics.distance)),
    speed: mean(lives.map(({ metrics }) => metrics.speed)),
    costOfTransport: mean(lives.map(({ metrics }) => metrics.costOfTransport)),
    falls: lives.filter(({ ending }) => ending === 'terminated').length,
    failed: lives.filter(({ ending }) => ending === 'failed').length,
    steps: mean(lives.map(({ steps }) => steps)),
    gait: summariseGait(lives.map(({ metrics }) => metrics.gait)),
    ...(published === undefined ? {} : { return: published }),
  };
  if (json) {
    console.log(JSON.stringify(summary));
    return;
  }
  const spread = `${summary.mean.toFixed(3)} ± ${summary.deviation.toFixed(3)}, median ${summary.median.toFixed(3)}`;
  console.log(`${seeds.length} lives on fresh ground: fitness ${spread}.`);
  console.log(`${summary.distance.toFixed(2)} m at ${summary.speed.toFixed(2)} m/s, ${summary.falls} falls.`);
  console.log(gaitLine(summary.gait));
  if (published) console.log(`By the task's published rules, whole lives: ${printReturn(published)}`);
}

/** Evaluates an external policy on new terrain, by the task's published rules. */
async function evaluatePolicy(trial: PolicyTrial, seeds: readonly number[], json: boolean, pool: () => Evaluator) {
  const batch = livesOfPolicy(trial, seeds);
  const summary = await summariseReturn(batch, pool());
  if (json) console.log(JSON.stringify({ episodes: seeds.length, ...summary }));
  else console.log(`${seeds.length} lives on fresh ground: ${printReturn(summary)}`);
}

/** Evaluates a creature on new terrain: one from a replay, or an external policy in a task. */
export async function evaluate(file: string | undefined, flags: EvaluateFlags): Promise<void> {
  const { policy, task, body, episodes, seed, workers, json = false } = flags;
  const seeds = Array.from({ length: episodes }, (_, i) => seedOf(seed, 'evaluate', i));
  let evaluator: Evaluator | undefined;
  const pool = () => {
    evaluator = createNodePool(Math.min(workers ?? defaultWorkerCount(), episodes));
    return evaluator;
  };
  try {
    if (policy !== undefined) {
      if (file !== undefined) throw new Fault(`give either a replay or --policy, not both ${file} and ${policy}`);
      if (task === undefined) throw new Fault('--policy needs a --task to try it in, as in --task bipedal-walker');
      await evaluatePolicy({ policy, task, ...(body === undefined ? {} : { body }) }, seeds, json, pool);
    } else {
      if (file === undefined) throw new Fault('evaluate needs a champion.replay.json, or --policy and --task');
      if (task !== undefined || body !== undefined) throw new Fault('--task and --body go with --policy alone');
      await evaluateReplay(file, seeds, json, pool);
    }
  } finally {
    await evaluator?.close();
  }
}
