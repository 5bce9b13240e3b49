import '../src/cli/v8-flags.ts';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { withSetting } from '../src/run/amend.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import type { Experiment } from '../src/run/experiment-schema.ts';
import { presets } from '../src/run/presets.ts';
import { run } from '../src/run/run.ts';
import { benchPool } from './bench-pool.ts';
import { efficacyOptions, QUICK_CSV } from './efficacy-options.ts';
import { chartOf, pageOf, tableOf } from './efficacy-report.ts';
import { CSV_HEADER, rowsOf, seriesOf } from './efficacy-rows.ts';
import { publishedReturn } from './published-return.ts';

/**
 * How soon optimizers and brains learn BipedalWalker with their default settings; the optimizer name `preset` stands for the
 * task's preset. Every `every` control steps the champion is tested on held-out terrains by the published rules, and a line is
 * appended to the CSV. Runs that are complete in the CSV are skipped.
 */
const values = efficacyOptions(process.argv.slice(2));
const { steps: budget, every, out } = values;
// The CSV of a quick check is made anew; a file that was named is extended.
if (values.quick && out === QUICK_CSV) rmSync(out, { force: true });
mkdirSync(dirname(out), { recursive: true });
if (!existsSync(out)) appendFileSync(out, `${CSV_HEADER}\n`);
if (!readFileSync(out, 'utf8').startsWith(`${CSV_HEADER}\n`))
  throw new Error(`${out} does not begin with ${CSV_HEADER}`);

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
      const tested = await publishedReturn(generation, values.terrains, evaluator);
      const isLast = steps >= budget || (tested?.mean ?? 0) >= values.until;
      const seconds = values.untimed ? '' : (training / 1000).toFixed(1);
      const score = `${tested?.mean.toFixed(2) ?? ''},${tested?.falls ?? ''}`;
      appendFileSync(
        out,
        `${key},${generation.generation},${evaluations},${steps},${seconds},${values.terrains},${score},${isLast ? 1 : 0}\n`,
      );
      console.log(`${key}: ${steps} steps: ${tested?.mean.toFixed(1)}, ${tested?.falls} falls`);
      if (isLast) return;
    }
    started = performance.now();
  }
}

const pool = benchPool(values.workers);
for (const optimizer of values.optimizers) {
  for (const brain of values.brains) {
    for (const seed of values.seeds) await learn(optimizer, brain, seed, pool);
  }
}
await pool.close();

const series = seriesOf(rowsOf(readFileSync(out, 'utf8')));
const table = tableOf(series);
console.log(table);
writeFileSync(out.replace(/\.csv$/, '.svg'), chartOf(series));
if (values.docs) writeFileSync('docs/efficacy.md', pageOf(table, relative('docs', out)));
