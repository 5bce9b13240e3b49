import '../src/cli/v8-flags.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bodies } from '../src/creature/bodies.ts';
import { median } from '../src/math/stats.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { run } from '../src/run/run.ts';
import { benchPool } from './bench-pool.ts';
import { learnBeside } from './learning-beside.ts';
import { walks } from './walker.ts';

/** How soon default experiments learn to walk: control steps until `walks` holds for the champion. */
interface Result {
  body: string;
  seed: number;
  /** Control steps, including the run's own tests of champions; null when the limit was reached first. */
  steps: number | null;
  generations: number;
  seconds: number;
}

const { values } = parseArgs({
  options: {
    bodies: { type: 'string', default: Object.keys(bodies).join(',') },
    seeds: { type: 'string', default: '1,2,3,4,5' },
    /** Another checkout, where `npm ci` and `npm run build:bench` were run, to compare seconds with. */
    beside: { type: 'string' },
  },
});
if (values.beside !== undefined) {
  for (const body of values.bodies.split(',')) learnBeside(values.beside, body, values.seeds.split(','));
  process.exit();
}
/** Distance to walk, metres, and limit of control steps; more is required of the biped. */
const goalOf = (body: string) =>
  body === 'biped' ? { distance: 10, limit: 300_000 } : { distance: 5, limit: 600_000 };

async function learn(body: string, seed: number, evaluator: Evaluator): Promise<Result> {
  const { distance, limit } = goalOf(body);
  const started = performance.now();
  const seconds = () => Number(((performance.now() - started) / 1000).toFixed(1));
  for await (const generation of run(parseExperiment({ body, seed }), evaluator)) {
    const result = { body, seed, generations: generation.generation + 1, seconds: seconds() };
    if (await walks(generation, distance, evaluator)) return { ...result, steps: generation.steps };
    if (generation.steps >= limit) return { ...result, steps: null };
  }
  throw new Error('unreachable: a run has no end');
}

const pool = benchPool();
const results: Result[] = [];
for (const body of values.bodies.split(',')) {
  for (const seed of values.seeds.split(',').map(Number)) {
    const result = await learn(body, seed, pool);
    results.push(result);
    console.log(JSON.stringify(result));
  }
  const own = results.filter((result) => result.body === body);
  const steps = own.map((result) => result.steps ?? Number.POSITIVE_INFINITY);
  const reached = steps.filter(Number.isFinite).length;
  const { distance } = goalOf(body);
  console.log(`${body}: ${distance} m on ${reached} of ${own.length} seeds, median ${median(steps)} control steps`);
}
await pool.close();
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/learning.json', `${JSON.stringify(results, null, 1)}\n`);
