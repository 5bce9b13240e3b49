import '../src/cli/v8-flags.ts';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { median } from '../src/math/stats.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { presets } from '../src/run/presets.ts';
import { type Replay, replayOf } from '../src/run/replay.ts';
import { run } from '../src/run/run.ts';
import { benchPool } from './bench-pool.ts';
import { standardOf } from './gait-standards.ts';
import { type GaitTest, testGait } from './gait-test.ts';

/**
 * Which gait an experiment learns: for each seed, the best champion of a run of `--steps` control steps is tested on 10 new
 * terrains. Also the number of control steps after which a champion first met the standard of that preset (`gait-standards.ts`).
 * `node dist/bench/gait.js [PRESET | FILE.json] --seeds 101,102 --steps 600000 --standard run`
 */
interface Result extends GaitTest {
  seed: number;
  /** Control steps of training until the standard held; null for never. */
  steps: number | null;
  generations: number;
  seconds: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '101,102,103,104,105,106,107,108,109,110' },
    steps: { type: 'string', default: '600000' },
    workers: { type: 'string' },
    standard: { type: 'string' },
  },
});
const source = positionals[0] ?? 'natural-walk';
const { verb, isMet } = standardOf(source, values.standard);

const documentOf = (name: string): Record<string, unknown> =>
  name.endsWith('.json') ? JSON.parse(readFileSync(name, 'utf8')) : (presets[name]?.experiment ?? {});

async function learn(seed: number, evaluator: Evaluator): Promise<Result> {
  const experiment = parseExperiment({ ...documentOf(source), seed }, source);
  const started = performance.now();
  let best: Replay | undefined;
  let first: number | null = null;
  for await (const { champion, isRecord, state, generation, steps } of run(experiment, evaluator)) {
    if (champion && isRecord) {
      best = replayOf(state.experiment, champion);
      if (first === null && champion.distance >= 5 && isMet(await testGait(best, evaluator))) first = steps;
    }
    if (steps < Number(values.steps)) continue;
    const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
    if (best === undefined) throw new Error(`seed ${seed} has no champion`);
    return { seed, ...(await testGait(best, evaluator)), steps: first, generations: generation + 1, seconds };
  }
  throw new Error('unreachable: a run has no end');
}

const share = (value: number) => value.toFixed(2);
function rowOf({ seed, steps, seconds, ...test }: Result): string {
  const { counts, passing, alternation, flight, rawFlight, dutyFactors, costOfTransport, froude, falls, distance } =
    test;
  return [
    String(seed).padStart(4),
    isMet(test) ? verb : '-'.padEnd(verb.length),
    `pass ${share(passing)} alt ${share(alternation)} flight ${share(flight)} raw ${share(rawFlight)}`,
    `duty ${dutyFactors.map(share).join(' ')} cost ${share(costOfTransport)} Fr ${froude.toFixed(3)}`,
    `${distance.toFixed(1).padStart(5)} m ${falls} falls ${steps === null ? '     -' : `${Math.round(steps / 1000)}k`.padStart(6)}`,
    `${seconds} s ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}`,
  ].join('  ');
}

const pool = benchPool(values.workers === undefined ? undefined : Number(values.workers));
const results: Result[] = [];
for (const seed of values.seeds.split(',').map(Number)) {
  const result = await learn(seed, pool);
  results.push(result);
  console.log(rowOf(result));
}
await pool.close();
const moving = results.filter(isMet);
const lively = moving.filter(({ froude }) => froude >= 0.12);
const steps = median(results.map((result) => result.steps ?? Number.POSITIVE_INFINITY));
console.log(
  `${source}: ${verb} on ${moving.length} of ${results.length} seeds, ${lively.length} of them at a Froude number of 0.12`,
);
console.log(`or more; median control steps until it holds: ${steps}.`);
mkdirSync('bench/results', { recursive: true });
writeFileSync(
  'bench/results/gait.json',
  `${JSON.stringify({ source, results: results.map(({ counts, ...rest }) => ({ ...rest, names: Object.fromEntries(counts) })) }, null, 1)}\n`,
);
