import '../src/cli/v8-flags.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generationLine } from '../src/cli/evolve-report.ts';
import { createRunFolder } from '../src/cli/run-folder.ts';
import { median } from '../src/math/stats.ts';
import { createCheckpointBuilder } from '../src/run/checkpoint.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { initialState, run } from '../src/run/run.ts';
import { benchPool } from './bench-pool.ts';

/**
 * Runs a tiny task for many generations, with workers and run folder, and prints resident memory by quarters. Ends early after
 * `--minutes`. Exits with 1 when the last quarter uses 5 % more memory than the second.
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
const temporary = mkdtempSync(join(tmpdir(), 'gaitlab-soak-'));
const builder = createCheckpointBuilder(initialState(experiment));
const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
const now = () => builder.checkpoint(seconds());
const ends = { generations: Number(values.generations) };
const store = createRunFolder(join(temporary, 'run'), now(), ends, false);
const pool = benchPool(Number(values.workers));
/** Megabytes; at most ten samples per second. */
const resident: number[] = [];
let next = 0;
for await (const generation of run(initialState(experiment), pool)) {
  builder.add(generation);
  const { best } = now();
  store.add(generationLine(generation, seconds()), now, generation.isRecord && best ? best : undefined);
  if (seconds() >= next) {
    resident.push(process.memoryUsage.rss() / 1e6);
    next = seconds() + 0.1;
  }
  if (generation.generation + 1 >= ends.generations || seconds() > 60 * Number(values.minutes)) break;
}
await pool.close();
store.finish(now(), ends, {});
rmSync(temporary, { recursive: true });

const quarter = Math.floor(resident.length / 4);
const quarters = [0, 1, 2, 3].map((q) => median(resident.slice(q * quarter, (q + 1) * quarter)));
const growth = quarters[3]! / quarters[1]! - 1;
const { generation } = now().state;
const text = quarters.map((each) => `${each.toFixed(1)} MB`).join(', ');
console.log(`${generation} generations in ${seconds().toFixed(0)} s; resident by quarters: ${text}`);
console.log(`last quarter against the second: ${(100 * growth).toFixed(1)} %`);
if (growth > 0.05) process.exitCode = 1;
