import '../src/cli/v8-flags.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lineOf } from '../src/cli/evolve-report.ts';
import { createRunFolder } from '../src/cli/run-folder.ts';
import { median } from '../src/math/stats.ts';
import { createCheckpointBuilder } from '../src/run/checkpoint.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { initialState, run } from '../src/run/run.ts';
import { benchPool } from './bench-pool.ts';

/**
 * A tiny task for very many generations, workers, run folder and all: prints resident memory by quarters. Ends with
 * `--minutes` too, and says how far it came. Exits with 1 when the last quarter holds 5 % more than the second.
 */
const { values } = parseArgs({
  options: {
    generations: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '600' },
    workers: { type: 'string', default: '1' },
  },
});
const experiment = parseExperiment({
  seed: 1,
  task: { name: 'walk', duration: 1 },
  brain: { name: 'linear' },
  optimizer: { name: 'snes', populationSize: 4 },
  run: { championTrials: 1 },
});
const home = mkdtempSync(join(tmpdir(), 'gaitlab-soak-'));
const ledger = createCheckpointBuilder(initialState(experiment));
const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
const now = () => ledger.checkpoint(seconds());
const ends = { generations: Number(values.generations) };
const store = createRunFolder(join(home, 'run'), now(), ends, false);
const pool = benchPool(Number(values.workers));
/** Megabytes, ten samples a second at most. */
const resident: number[] = [];
let next = 0;
for await (const generation of run(initialState(experiment), pool)) {
  ledger.take(generation);
  const { best } = now();
  store.add(lineOf(generation, seconds()), now, generation.isRecord && best ? best : undefined);
  if (seconds() >= next) {
    resident.push(process.memoryUsage.rss() / 1e6);
    next = seconds() + 0.1;
  }
  if (generation.generation + 1 >= ends.generations || seconds() > 60 * Number(values.minutes)) break;
}
await pool.close();
store.finish(now(), ends, {});
rmSync(home, { recursive: true });

const quarter = Math.floor(resident.length / 4);
const quarters = [0, 1, 2, 3].map((q) => median(resident.slice(q * quarter, (q + 1) * quarter)));
const growth = (quarters[3] as number) / (quarters[1] as number) - 1;
const { generation } = now().state;
const shown = quarters.map((each) => `${each.toFixed(1)} MB`).join(', ');
console.log(`${generation} generations in ${seconds().toFixed(0)} s; resident by quarters: ${shown}`);
console.log(`last quarter against the second: ${(100 * growth).toFixed(1)} %`);
if (growth > 0.05) process.exitCode = 1;
