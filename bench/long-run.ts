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
import { honestReturn } from './published-return.ts';

/**
 * A run as long as it takes: its state is kept, so that it goes on where it was when started again, and so is the champion of
 * the best honest return over 100 held-out terrains, falls none.
 */
const { values } = parseArgs({
  options: {
    experiment: { type: 'string' },
    out: { type: 'string', default: 'bench/results/marathon' },
    steps: { type: 'string', default: '100000000' },
    /** Generations between two looks at the honest return. */
    every: { type: 'string', default: '10' },
    /** Settings changed from here on, as in task.energyCost=0.1: put on the run's record. */
    set: { type: 'string', multiple: true, default: [] },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
const stateFile = join(values.out, 'state.bin');
const bestFile = join(values.out, 'best.json');
mkdirSync(values.out, { recursive: true });

const begun = (): RunState => deserialize(readFileSync(stateFile)) as RunState;
const anew = () => parseExperiment(JSON.parse(readFileSync(values.experiment ?? '', 'utf8')), values.experiment);

function keep(file: string, content: string | Buffer): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

const changed = values.set.map((assignment) => {
  const [path, value] = assignment.split('=') as [string, string];
  return [path, JSON.parse(value) as SettingValue] as const;
});
/** The changes, the first time it is asked. */
const amend = () => Object.fromEntries(changed.splice(0));

const pool = benchPool(Number(values.workers));
let best = existsSync(bestFile) ? (JSON.parse(readFileSync(bestFile, 'utf8')) as { mean: number }).mean : 0;

/** Looks closer at a champion that may be the best so far, and keeps it when it is. */
async function judge(generation: Generation): Promise<void> {
  const { champion, state, steps } = generation;
  const glance = await honestReturn(generation, 20, pool);
  const words = `${generation.generation}: ${steps} steps, ${glance?.mean.toFixed(2)}, ${glance?.falls} falls`;
  console.log(`${words}, step ${generation.stepSize.toFixed(4)}, best ${best.toFixed(2)}`);
  if (!champion || !glance || glance.falls > 0 || glance.mean <= best) return;
  const honest = await honestReturn(generation, 100, pool);
  if (!honest || honest.falls > 0 || honest.mean <= best) return;
  best = honest.mean;
  keep(
    join(values.out, 'champion.replay.json'),
    JSON.stringify(replayToDocument(replayOf(state.experiment, champion))),
  );
  keep(bestFile, JSON.stringify({ ...honest, generation: generation.generation, steps }));
  console.log(`best: ${best.toFixed(3)} over 100 terrains`);
}

for await (const generation of run(existsSync(stateFile) ? begun() : anew(), pool, { amend })) {
  if (generation.generation % Number(values.every) > 0) continue;
  await judge(generation);
  keep(stateFile, serialize(generation.state));
  if (generation.steps >= Number(values.steps)) break;
}
await pool.close();
