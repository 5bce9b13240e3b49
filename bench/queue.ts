import '../src/cli/v8-flags.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadQueueLibraries } from '../src/cluster/libraries.ts';
import { parseQueueAddress } from '../src/cluster/queue-address.ts';
import { createQueueEvaluator } from '../src/cluster/queue-evaluator.ts';
import { median } from '../src/math/stats.ts';
import { withSetting } from '../src/run/amend.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import type { Experiment } from '../src/run/experiment-schema.ts';
import { presets } from '../src/run/presets.ts';
import { initialState, type RunState, run } from '../src/run/run.ts';
import { benchPool } from './bench-pool.ts';
import { startBenchRedisAt } from './bench-redis.ts';
import { startDelayProxy } from './delay-proxy.ts';

/**
 * Speed of a queue with worker processes of one thread each, compared with the local pool with as many threads, in turns of a few
 * generations that start from the same state. Prints the ratio of the episodes per second, the ratio of the processor time of all
 * processes (which other programs on a busy machine hardly change), and whether the hashes are equal; with a delay, also the bytes
 * between the queue and the workers.
 */
const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '10' },
    /** Generations of a turn. */
    generations: { type: 'string', default: '3' },
    /** Generations before the first turn, so that episodes are as long as in a run. */
    before: { type: 'string', default: '10' },
    /** One-way delay between Redis and the workers, ms, and share of lost segments. */
    delay: { type: 'string', default: '0' },
    loss: { type: 'string', default: '0' },
    /** Only bipedal-walker, with this population, or only this preset. */
    population: { type: 'string' },
    preset: { type: 'string' },
    /** URL of a queue with workers, instead of those that this program starts. */
    queue: { type: 'string' },
    /** Address of this machine at which Redis listens, and the network namespace of the workers (queue-far.ts). */
    host: { type: 'string', default: '127.0.0.1' },
    far: { type: 'string' },
  },
});
const workerCount = Number(values.workers);

const presetOf = (name: string) => parseExperiment(presets[name]?.experiment);
const walker = (size: number): [string, Experiment] => [
  `bipedal-walker, population ${size}`,
  withSetting(presetOf('bipedal-walker'), 'optimizer.populationSize', size),
];
const cases = ((): [string, Experiment][] => {
  if (values.population !== undefined) return [walker(Number(values.population))];
  if (values.preset !== undefined) return [[values.preset, presetOf(values.preset)]];
  return [walker(64), ['biped-walks', presetOf('biped-walks')]];
})();

/** Processor time of a process so far, ms; Linux counts it in hundredths of a second. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}
const pids = () => [process.pid, ...workers.flatMap(({ pid }) => pid ?? []), ...(redis ? [redis.pid()] : [])];
const totalProcessorTime = () => pids().reduce((sum, pid) => sum + processorTime(pid), 0);

/** Runs some generations; returns the state after them, its hash, and time and processor time, ms. */
async function turn(from: RunState, evaluator: Evaluator, count: number) {
  const [started, busy] = [performance.now(), totalProcessorTime()];
  const before = { ...proxy?.bytes };
  let left = count;
  for await (const { state, historyHash } of run(from, evaluator)) {
    if (--left > 0) continue;
    const passed = (['from', 'to'] as const).map((way) => ((proxy?.bytes[way] ?? 0) - (before[way] ?? 0)) / count);
    const times = { time: performance.now() - started, processor: totalProcessorTime() - busy };
    return { state, historyHash, passed, ...times };
  }
  throw new Error('a run has no end');
}

const redis = values.queue === undefined ? await startBenchRedisAt(values.host) : undefined;
const url = values.queue ?? redis?.url ?? '';
const network = { delay: Number(values.delay), loss: Number(values.loss) };
const isFar = network.delay > 0 || network.loss > 0;
const proxy = redis && isFar ? await startDelayProxy(Number(new URL(redis.url).port), network) : undefined;
const workersUrl = proxy ? `redis://127.0.0.1:${proxy.port}/0` : url;
const cli = fileURLToPath(new URL('../cli.js', import.meta.url));
const workers: ChildProcess[] = [];
for (let i = 0; redis !== undefined && i < workerCount; i++) {
  const words = ['worker', '--queue', workersUrl, '--threads', '1', '--name', `worker ${i}`];
  const inside = values.far === undefined ? [] : ['ip', 'netns', 'exec', values.far];
  const [program = '', ...rest] = [...inside, process.execPath, cli, ...words];
  const worker = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  workers.push(worker);
  await new Promise((resolve) => worker.stdout.once('data', resolve));
}
const queue = await createQueueEvaluator(await loadQueueLibraries(), {
  address: parseQueueAddress(url),
  title: 'bench',
  tell: console.error,
});
const local = benchPool(workerCount);
try {
  for (const [name, experiment] of cases) {
    let { state } = await turn(initialState(experiment), local, Number(values.before));
    // Each process compiles the simulation anew while it runs.
    await turn(state, queue, Number(values.before));
    const ratios: number[] = [];
    const processorRatios: number[] = [];
    const passed: number[][] = [];
    let same = true;
    for (let round = 0; round < Number(values.rounds); round++) {
      const order = round % 2 === 0 ? [local, queue] : [queue, local];
      const results = [];
      for (const each of order) results.push(await turn(state, each, Number(values.generations)));
      const [ofLocal, ofQueue] = round % 2 === 0 ? results : results.reverse();
      same &&= ofLocal!.historyHash === ofQueue!.historyHash;
      ratios.push(ofLocal!.time / ofQueue!.time);
      processorRatios.push(ofLocal!.processor / ofQueue!.processor);
      passed.push(ofQueue!.passed);
      state = ofLocal!.state;
      const words = [ofLocal!, ofQueue!].map((each) => `${each.time.toFixed(0)} ms (processor ${each.processor} ms)`);
      console.error(`${name}: local ${words[0]}, queue ${words[1]}`);
    }
    const [low, high] = [Math.min(...ratios), Math.max(...ratios)].map((each) => each.toFixed(2));
    const speeds = `speed ${median(ratios).toFixed(2)} (${low} to ${high})`;
    const processor = `processor time ${(1 / median(processorRatios)).toFixed(2)}`;
    console.log(`${name}: queue / local ${speeds}, ${processor}, ${same ? 'same' : 'OTHER'} hashes`);
    if (proxy) {
      const [down, up] = [0, 1].map((way) => (median(passed.map((each) => each[way]!)) / 1000).toFixed(0));
      console.log(`${name}: ${down} kB to workers and ${up} kB from them in a generation`);
    }
    if (!same) process.exitCode = 1;
  }
} finally {
  await queue.close();
  await local.close();
  for (const worker of workers) worker.kill();
  proxy?.close();
  await redis?.remove();
}
