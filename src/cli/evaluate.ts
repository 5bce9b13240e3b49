import { seedOf } from '../math/rng.ts';
import { deviation, mean, median } from '../math/stats.ts';
import { livesOf } from '../run/replay.ts';
import { readReplay } from './files.ts';
import { createNodePool, usualWorkerCount } from './node-pool.ts';

export interface EvaluateFlags {
  episodes: number;
  seed: number;
  workers?: number;
  json?: boolean;
}

/** How a replay's creature does on fresh ground. */
export async function evaluate(file: string, { episodes, seed, workers, json }: EvaluateFlags): Promise<void> {
  const recipe = readReplay(file);
  const seeds = Array.from({ length: episodes }, (_, i) => seedOf(seed, 'evaluate', i));
  const pool = createNodePool(Math.min(workers ?? usualWorkerCount(), episodes));
  try {
    const lives = (await pool.evaluate(livesOf(recipe, seeds))).map(({ evaluation }) => evaluation);
    const fitness = lives.map((life) => life.fitness);
    const distance = lives.map(({ metrics }) => metrics.distance);
    const summary = {
      episodes,
      mean: mean(fitness),
      deviation: deviation(fitness),
      median: median(fitness),
      distance: mean(distance),
      speed: mean(lives.map(({ metrics }) => metrics.speed)),
      costOfTransport: mean(lives.map(({ metrics }) => metrics.costOfTransport)),
      falls: lives.filter(({ ending }) => ending === 'terminated').length,
      failed: lives.filter(({ ending }) => ending === 'failed').length,
      steps: mean(lives.map(({ steps }) => steps)),
    };
    if (json) console.log(JSON.stringify(summary));
    else {
      const spread = `${summary.mean.toFixed(3)} ± ${summary.deviation.toFixed(3)}, median ${summary.median.toFixed(3)}`;
      console.log(`${episodes} lives on fresh ground: fitness ${spread}.`);
      console.log(`${summary.distance.toFixed(2)} m at ${summary.speed.toFixed(2)} m/s, ${summary.falls} falls.`);
    }
  } finally {
    await pool.close();
  }
}
