import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadQueueLibraries } from '../src/cluster/libraries.ts';
import { parseQueueAddress } from '../src/cluster/queue-address.ts';
import { createQueueEvaluator } from '../src/cluster/queue-evaluator.ts';
import { startQueueWorker } from '../src/cluster/queue-worker.ts';
import { stream } from '../src/math/rng.ts';
import { evaluateBatch } from '../src/run/evaluator.ts';
import { parseExperiment } from '../src/run/experiment.ts';
import { initialState, optimizerOf } from '../src/run/run.ts';
import { startBenchRedis } from './bench-redis.ts';
import { startDelayProxy } from './delay-proxy.ts';
import { chartOf } from './queue-chart.ts';
import { fitted, type Point, predictions } from './queue-model.ts';

/**
 * Time of a generation on a queue against threads, duration of an episode and latency. Workers wait instead of simulating, so that
 * many of them fit on one machine: everything else, the queue's own cost and the coordinator's, is real. Fits a model to the
 * measurements; writes both to a JSON file, and the chart beside it. `--fit` only fits and draws what was measured before.
 */
const { values } = parseArgs({
  options: {
    /** Internal: this process is a worker of the queue. */
    worker: { type: 'string' },
    threads: { type: 'string', default: '1' },
    fit: { type: 'boolean', default: false },
    repeats: { type: 'string', default: '7' },
    out: { type: 'string', default: 'bench/results/queue-scale.json' },
  },
});
const experiment = parseExperiment({ seed: 3, task: { name: 'walk', duration: 1 }, brain: { name: 'mlp' } });
const { optimizer } = optimizerOf(experiment);
const [genome] = optimizer.ask(initialState(experiment).optimizer).genomes;
const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** A worker that waits: a request's `generation` is the mean duration of its episodes, ms, and its seed the deviation. */
async function work(url: string): Promise<void> {
  const episode = evaluateBatch({
    experiment,
    requests: [{ genome: genome!, seed: 1, statistics: null, record: false, trace: false }],
  })[0]!;
  const createThread = () => ({
    async evaluate({ requests }: { requests: { seed: number; generation?: number }[] }) {
      const time = requests.reduce((sum, { seed, generation = 0 }) => {
        // Between half and one and a half times the mean, as episodes differ in length.
        return sum + generation * (0.5 + stream(seed, 'duration').next());
      }, 0);
      await pause(time);
      return requests.map(() => episode);
    },
    close: async () => {},
  });
  const options = {
    name: `waits ${process.pid}`,
    threadCount: Number(values.threads),
    createThread,
    tell: console.error,
  };
  await startQueueWorker(await loadQueueLibraries(), { address: parseQueueAddress(url), ...options });
  console.log('ready');
}

/** Shortest time of a generation, ms. */
async function measure(url: string, workersUrl: string, workers: number, threads: number, count: number, time: number) {
  const children: ChildProcess[] = [];
  const script = fileURLToPath(import.meta.url);
  for (let i = 0; i < workers; i++) {
    const child = spawn(process.execPath, [script, '--worker', workersUrl, '--threads', String(threads)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
  }
  const address = parseQueueAddress(url);
  const queue = await createQueueEvaluator(await loadQueueLibraries(), {
    address,
    title: 'scale',
    tell: console.error,
  });
  const times: number[] = [];
  for (let round = 0; round < Number(values.repeats) + 2; round++) {
    const requests = Array.from({ length: count }, (_, i) => {
      return {
        genome: genome!,
        seed: round * count + i,
        statistics: null,
        generation: time,
        record: false,
        trace: false,
      };
    });
    const started = performance.now();
    await queue.evaluate({ experiment, requests });
    // The first two adapt the size of batches.
    if (round >= 2) times.push(performance.now() - started);
  }
  await queue.close();
  for (const child of children) child.kill('SIGKILL');
  // Other programs only add to it.
  return Math.min(...times);
}

function report(points: readonly Point[]): void {
  const model = fitted(points);
  const result = { points, model, predictions: predictions(model) };
  writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(values.out.replace(/json$/, 'svg'), chartOf(points, model));
  console.log(JSON.stringify(model, null, 2));
  console.table(result.predictions);
}

async function run(): Promise<void> {
  const points: Point[] = [];
  const series: [workers: number, threads: number, count: number, time: number, delay: number][] = [
    ...[1, 2, 4, 8].map((workers) => [workers, 1, 256, 10, 0] as [number, number, number, number, number]),
    ...[1, 2, 4, 8].map((workers) => [workers, 8, 1024, 20, 0] as [number, number, number, number, number]),
    ...[1, 4, 8].map((workers) => [workers, 32, 2048, 50, 0] as [number, number, number, number, number]),
    ...[5, 20, 50].map((delay) => [4, 8, 1024, 20, delay] as [number, number, number, number, number]),
  ];
  for (const [workers, threads, episodes, episodeTime, delay] of series) {
    const redis = await startBenchRedis();
    const port = Number(new URL(redis.url).port);
    const proxy = delay > 0 ? await startDelayProxy(port, { delay, loss: 0 }) : undefined;
    const workersUrl = proxy ? `redis://127.0.0.1:${proxy.port}/0` : redis.url;
    const time = await measure(redis.url, workersUrl, workers, threads, episodes, episodeTime);
    points.push({ workers, threads: workers * threads, episodes, episodeTime, delay, time: Math.round(time) });
    console.error(points.at(-1));
    proxy?.close();
    await redis.remove();
  }
  report(points);
  process.exit(0);
}

if (values.fit) report((JSON.parse(readFileSync(values.out, 'utf8')) as { points: Point[] }).points);
else await (values.worker === undefined ? run() : work(values.worker));
