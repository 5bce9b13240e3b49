import '../src/cli/v8-flags.ts';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { replayToDocument } from '../src/format/replay-document.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import type { SettingValue } from '../src/run/experiment-schema.ts';
import { replayOf } from '../src/run/replay.ts';
import { type Generation, type RunState, run } from '../src/run/run.ts';
import { benchPool } from './bench-pool.ts';
import { publishedReturn } from './published-return.ts';

/**
 * A very long run. Its state is saved, so that starting it again continues it. Also saved is the champion with the best return
 * over 100 held-out terrains by the published rules, without a fall.
 */
const { values } = parseArgs({
  options: {
    experiment: { type: 'string' },
    out: { type: 'string', default: 'bench/results/long-run' },
    steps: { type: 'string', default: '100000000' },
    /** Generations between two tests of the champion. */
    every: { type: 'string', default: '10' },
    /** Settings changed from now on, such as task.energyCost=0.1; recorded as an amendment of the run. */
    set: { type: 'string', multiple: true, default: [] },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
const stateFile = join(values.out, 'state.bin');
const bestFile = join(values.out, 'best.json');
mkdirSync(values.out, { recursive: true });

const savedState = (): RunState => deserialize(readFileSync(stateFile)) as RunState;
const newExperiment = () =>
  parseExperiment(JSON.parse(readFileSync(values.experiment ?? '', 'utf8')), values.experiment);

/** Writes a file atomically. */
function save(file: string, content: string | Buffer): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

const changed = values.set.map((assignment) => {
  const [path, value] = assignment.split('=') as [string, string];
  return [path, JSON.parse(value) as SettingValue] as const;
});
/** The changes at the first call, none later. */
const amend = () => Object.fromEntries(changed.splice(0));

const pool = benchPool(Number(values.workers));
let best = existsSync(bestFile) ? (JSON.parse(readFileSync(bestFile, 'utf8')) as { mean: number }).mean : 0;

/** Tests a champion on 20 terrains, then on 100 if it may be the best so far, and saves it if it is. */
async function testChampion(generation: Generation): Promise<void> {
  const { champion, state, steps } = generation;
  const quick = await publishedReturn(generation, 20, pool);
  const words = `${generation.generation}: ${steps} steps, ${quick?.mean.toFixed(2)}, ${quick?.falls} falls`;
  console.log(`${words}, step ${generation.stepSize.toFixed(4)}, best ${best.toFixed(2)}`);
  if (!champion || !quick || quick.falls > 0 || quick.mean <= best) return;
  const thorough = await publishedReturn(generation, 100, pool);
  if (!thorough || thorough.falls > 0 || thorough.mean <= best) return;
  best = thorough.mean;
  save(
    join(values.out, 'champion.replay.json'),
    JSON.stringify(replayToDocument(replayOf(state.experiment, champion))),
  );
  save(bestFile, JSON.stringify({ ...thorough, generation: generation.generation, steps }));
  console.log(`best: ${best.toFixed(3)} over 100 terrains`);
}

for await (const generation of run(existsSync(stateFile) ? savedState() : newExperiment(), pool, { amend })) {
  if (generation.generation % Number(values.every) > 0) continue;
  await testChampion(generation);
  save(stateFile, serialize(generation.state));
  if (generation.steps >= Number(values.steps)) break;
}
await pool.close();
