import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadQueueLibraries } from '../src/cluster/libraries.ts';
import { LONGEST } from '../src/cluster/piece-sizes.ts';
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
import { byBatchTime, fitted, type Point, predictions, timeOf } from './queue-model.ts';

/**
 * Time of a generation on a queue against threads, duration of an episode, latency, duration of a batch, and stragglers. Workers
 * wait instead of simulating, so that many of them fit on one machine: everything else, the queue's own cost and the coordinator's,
 * is real. Fits a model to the measurements; writes both to a JSON file, and the chart beside it. `--fit` only fits and draws what
 * was measured before.
 */
const { values } = parseArgs({
  options: {
    /** Internal: this process is a worker of the queue. */
    worker: { type: 'string' },
    threads: { type: 'string', default: '1' },
    /** Internal: how many times longer this worker takes. */
    slowness: { type: 'string', default: '1' },
    fit: { type: 'boolean', default: false },
    repeats: { type: 'string', default: '4' },
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
      await pause(Number(values.slowness) * time);
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

/** A load to measure; all workers have equally many threads, and the first is slow if one is. */
type Series = Omit<Point, 'time' | 'slowThreads'>;

/** Starts the workers of a series. */
async function startWorkers(url: string, { workers, threads, slowness }: Series): Promise<ChildProcess[]> {
  const children: ChildProcess[] = [];
  const script = fileURLToPath(import.meta.url);
  for (let i = 0; i < workers; i++) {
    const words = [
      '--worker',
      url,
      '--threads',
      String(threads / workers),
      '--slowness',
      i === 0 ? `${slowness}` : '1',
    ];
    const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
  }
  return children;
}

/** Shortest time of a generation, ms. */
async function measure(url: string, workersUrl: string, series: Series): Promise<number> {
  const { episodes: count, episodeTime, batchTime } = series;
  const children = await startWorkers(workersUrl, series);
  const address = parseQueueAddress(url);
  const queue = await createQueueEvaluator(await loadQueueLibraries(), {
    address,
    title: 'scale',
    tell: console.error,
    batchTime,
  });
  const times: number[] = [];
  for (let round = 0; round < Number(values.repeats) + 2; round++) {
    const requests = Array.from({ length: count }, (_, i) => {
      return {
        genome: genome!,
        seed: round * count + i,
        statistics: null,
        generation: episodeTime,
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

function report(measured: readonly Point[]): void {
  const model = fitted(measured);
  const points = measured.map((point) => ({ ...point, modelled: Math.round(timeOf(point, model)) }));
  const result = { points, model, predictions: predictions(model), byBatchTime: byBatchTime(model) };
  writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(values.out.replace(/json$/, 'svg'), chartOf(points, model));
  console.log(JSON.stringify(model, null, 2));
  for (const table of [points, result.predictions, result.byBatchTime]) console.table(table);
}

const usual = { delay: 0, batchTime: LONGEST, slowness: 1 };
const small = { workers: 4, threads: 8, episodes: 512, episodeTime: 20 };
const large = { workers: 4, threads: 32, episodes: 1024, episodeTime: 20 };

/** Workers of one, eight and 32 threads; short generations; latency; durations of a batch; and one worker of four that is slow. */
const SERIES: Series[] = [
  ...[1, 2, 4, 8].map((workers) => ({ ...usual, workers, threads: workers, episodes: 256, episodeTime: 10 })),
  ...[1, 2, 4, 8].map((workers) => ({ ...usual, workers, threads: 8 * workers, episodes: 1024, episodeTime: 20 })),
  ...[1, 4, 8].map((workers) => ({ ...usual, workers, threads: 32 * workers, episodes: 2048, episodeTime: 50 })),
  // One episode in each batch, so that the queue's work for batches takes the time.
  ...[8, 128, 256].map((count) => ({ ...usual, workers: 8, threads: count, episodes: count, episodeTime: 20 })),
  ...[5, 20, 50].map((delay) => ({ ...usual, ...large, delay })),
  ...[30, 60, 125, 250, 500].map((batchTime) => ({ ...usual, ...small, batchTime })),
  ...[2, 4, 8].map((slowness) => ({ ...usual, ...small, slowness })),
  ...[2, 4, 8].map((slowness) => ({ ...usual, ...large, slowness })),
];

async function run(): Promise<void> {
  const points: Point[] = [];
  for (const series of SERIES) {
    const redis = await startBenchRedis();
    const port = Number(new URL(redis.url).port);
    const { workers, threads, delay, slowness } = series;
    const proxy = delay > 0 ? await startDelayProxy(port, { delay, loss: 0 }) : undefined;
    const workersUrl = proxy ? `redis://127.0.0.1:${proxy.port}/0` : redis.url;
    const time = Math.round(await measure(redis.url, workersUrl, series));
    points.push({ ...series, slowThreads: slowness > 1 ? threads / workers : 0, time });
    console.error(points.at(-1));
    proxy?.close();
    await redis.remove();
  }
  report(points);
  process.exit(0);
}

if (values.fit) report((JSON.parse(readFileSync(values.out, 'utf8')) as { points: Point[] }).points);
else await (values.worker === undefined ? run() : work(values.worker));
