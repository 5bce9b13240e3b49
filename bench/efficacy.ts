import '../src/cli/v8-flags.ts';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { withSetting } from '../src/run/amend.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import type { Experiment } from '../src/run/experiment-schema.ts';
import { presets } from '../src/run/presets.ts';
import { run } from '../src/run/run.ts';
import { benchPool } from './bench-pool.ts';
import { chartOf, pageOf, tableOf } from './efficacy-report.ts';
import { CSV_HEADER, rowsOf, seriesOf } from './efficacy-rows.ts';
import { publishedReturn } from './published-return.ts';

/**
 * How soon optimizers and brains learn BipedalWalker with their default settings; the optimizer name `preset` stands for the
 * task's preset. Every `every` control steps the champion is tested on held-out terrains by the published rules, and a line is
 * appended to the CSV. Runs that are complete in the CSV are skipped.
 */
const { values: given } = parseArgs({
  options: {
    task: { type: 'string', default: 'bipedal-walker' },
    optimizers: { type: 'string', default: 'snes' },
    brains: { type: 'string', default: 'mlp' },
    seeds: { type: 'string', default: '1,2,3,4,5' },
    steps: { type: 'string', default: '3000000' },
    every: { type: 'string', default: '100000' },
    terrains: { type: 'string', default: '20' },
    until: { type: 'string', default: 'Infinity' },
    set: { type: 'string', multiple: true, default: [] },
    label: { type: 'string', default: '' },
    /** Leaves out the seconds, for a machine that has other work. */
    untimed: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'bench/results/efficacy.csv' },
  },
});
/** A check in a minute that everything works; starts with an empty CSV. */
const QUICK = { optimizers: 'snes,ars', brains: 'linear', seeds: '1,2', steps: '20000', every: '10000', terrains: '2' };
const values = given.quick ? { ...given, ...QUICK, out: 'bench/results/quick.csv' } : given;
if (given.quick) rmSync(values.out, { force: true });
const budget = Number(values.steps);
const every = Number(values.every);
const out = values.out;
mkdirSync(dirname(out), { recursive: true });
if (!existsSync(out)) appendFileSync(out, `${CSV_HEADER}\n`);

/** Whether a run is complete in the CSV. Lines of an incomplete run are removed, as it will start again. */
function isDone(key: string): boolean {
  const lines = readFileSync(out, 'utf8').split('\n');
  const own = lines.filter((line) => line.startsWith(`${key},`));
  if (own.some((line) => line.endsWith(',1'))) return true;
  if (own.length > 0) writeFileSync(out, lines.filter((line) => !own.includes(line)).join('\n'));
  return false;
}

function experimentOf(optimizer: string, brain: string, seed: number): Experiment {
  let experiment = parseExperiment({ ...presets[values.task]?.experiment, seed });
  if (optimizer !== 'preset') {
    experiment = parseExperiment({ task: { name: values.task }, seed });
    experiment = withSetting(experiment, 'brain.name', brain);
    experiment = withSetting(experiment, 'optimizer.name', optimizer);
  }
  for (const assignment of values.set) {
    const [path, value] = assignment.split('=') as [string, string];
    experiment = withSetting(experiment, path, JSON.parse(value));
  }
  return experiment;
}

async function learn(optimizer: string, brain: string, seed: number, evaluator: Evaluator): Promise<void> {
  const key = `${values.label},${optimizer},${brain},${seed}`;
  if (isDone(key)) return;
  let training = 0;
  let next = every;
  let started = performance.now();
  for await (const generation of run(experimentOf(optimizer, brain, seed), evaluator)) {
    training += performance.now() - started;
    const { steps, evaluations } = generation;
    if (steps >= next) {
      next += every;
      const tested = await publishedReturn(generation, Number(values.terrains), evaluator);
      const isLast = steps >= budget || (tested?.mean ?? 0) >= Number(values.until);
      const seconds = values.untimed ? '' : (training / 1000).toFixed(1);
      const score = `${tested?.mean.toFixed(2) ?? ''},${tested?.falls ?? ''}`;
      appendFileSync(
        out,
        `${key},${generation.generation},${evaluations},${steps},${seconds},${score},${isLast ? 1 : 0}\n`,
      );
      console.log(`${key}: ${steps} steps: ${tested?.mean.toFixed(1)}, ${tested?.falls} falls`);
      if (isLast) return;
    }
    started = performance.now();
  }
}

const pool = benchPool(Number(values.workers));
for (const optimizer of values.optimizers.split(',')) {
  for (const brain of values.brains.split(',')) {
    for (const seed of values.seeds.split(',').map(Number)) await learn(optimizer, brain, seed, pool);
  }
}
await pool.close();

const series = seriesOf(rowsOf(readFileSync(out, 'utf8')));
const table = tableOf(series);
console.log(table);
writeFileSync(out.replace(/\.csv$/, '.svg'), chartOf(series));
if (!given.quick) writeFileSync('docs/efficacy.md', pageOf(table, out));
