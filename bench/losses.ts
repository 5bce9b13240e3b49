import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { pickRandom, stream } from '../src/math/rng.ts';
import { type Evaluator, inProcess } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { createPool } from '../src/run/pool.ts';
import { run } from '../src/run/run.ts';

/**
 * A run whose workers fail: first some hang in an episode, then some are terminated at random moments. Prints whether its history
 * equals that of the same run in one thread, and how many threads are left. Exits with 1 if it differs or threads are left.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    hangs: { type: 'string', default: '10' },
    workers: { type: 'string', default: '3' },
    /** Milliseconds without an answer after which a worker counts as hanging. */
    patience: { type: 'string', default: '2000' },
  },
});
const marks = mkdtempSync(join(tmpdir(), 'gaitlab-losses-'));
Object.assign(process.env, {
  GAITLAB_DEATH: 'hang',
  GAITLAB_DEATHS: values.hangs,
  GAITLAB_MARK: join(marks, 'hang'),
  GAITLAB_ODDS: '0.1',
});
const experiment = parseExperiment({
  seed: 3,
  task: { name: 'walk', duration: 2 },
  brain: { name: 'linear' },
  optimizer: { name: 'snes', populationSize: 12 },
});
const alive = new Set<Worker>();
process.on('worker', (worker) => {
  alive.add(worker);
  worker.once('exit', () => alive.delete(worker));
});
const hangCount = () => readdirSync(marks).length;
const rng = stream(1, 'losses');
let [kills, losses, givenUp, generations] = [0, 0, 0, 0];

/** Terminates a random worker at a random moment of the next generation, after all hangs have happened. */
function killSoon(generationTime: number): void {
  if (kills === Number(values.kills) || hangCount() < Number(values.hangs)) return;
  kills++;
  setTimeout(() => {
    const worker = alive.size > 0 ? pickRandom([...alive], rng) : undefined;
    void worker?.terminate();
  }, generationTime * rng.next());
}

/** The history hash after `count` generations, or after as many as it takes until all losses have happened. */
async function history(evaluator: Evaluator, count?: number): Promise<string> {
  let before = performance.now();
  for await (const { generation, historyHash } of run(experiment, evaluator)) {
    generations = generation + 1;
    if (count === undefined) killSoon(performance.now() - before);
    before = performance.now();
    const isDone = kills === Number(values.kills) && hangCount() === Number(values.hangs);
    if (count === undefined ? isDone : generations === count) return historyHash;
  }
  return '';
}

const pool = createPool({
  script: resolve(fileURLToPath(new URL('../..', import.meta.url)), 'tests/fixtures/dying-worker.js'),
  kind: 'thread',
  workerCount: Number(values.workers),
  now: () => performance.now(),
  patience: Number(values.patience),
  onLoss: (_reason, isGivenUp) => {
    if (isGivenUp) givenUp++;
    else losses++;
  },
});
const lost = await history(pool);
const atTheEnd = alive.size;
await pool.close();
await new Promise((settled) => setTimeout(settled, 1000));
const alone = await history(inProcess, generations);
rmSync(marks, { recursive: true });
const result = {
  hangs: Number(values.hangs),
  kills,
  lossesReported: losses,
  givenUp,
  generations,
  historyHash: lost,
  alone,
  same: lost === alone,
  threadsAtTheEnd: atTheEnd,
  threadsLeft: alive.size,
};
console.log(JSON.stringify(result, null, 2));
if (!result.same || alive.size > 0 || atTheEnd > Number(values.workers)) process.exitCode = 1;
