import { SLOW_INTERVAL } from '../src/cluster/copies.ts';
import { SLACK } from '../src/cluster/overdue.ts';
import { LONGEST, pieceSizes } from '../src/cluster/piece-sizes.ts';

/** A generation: `episodes` of `episodeTime` ms on `threads` threads, `delay` ms away. */
export interface Load {
  threads: number;
  episodes: number;
  episodeTime: number;
  delay: number;
  /** Aimed duration of a batch, ms. */
  batchTime: number;
  /** Threads that are slower than the others, and how many times. */
  slowThreads: number;
  slowness: number;
}

/** A load as it was measured: it took `time` ms. */
export interface Point extends Load {
  workers: number;
  time: number;
}

/** Costs of a queue, ms. */
export interface Model {
  /** Of a generation, whatever its size. */
  generation: number;
  /** Of an episode, for the coordinator: its result is read, checked and told. */
  episode: number;
  /** Of a batch, for coordinator and Redis: sent, taken, answered, ended. */
  batch: number;
  /** Of a batch, for the thread that evaluates it: it waits for the next one. */
  gap: number;
  /** Of a copy of a batch that takes too long, beside its episodes. */
  copy: number;
  /** One-way delays that a generation waits for. */
  delays: number;
  /** Root of the mean squared relative error of the fit. */
  error: number;
}

type Costs = Omit<Model, 'error'>;

/**
 * Time that the simulation takes, ms: each thread takes the next batch, and near the end the batches that take too long are sent
 * once more, one after the other.
 */
function work(load: Load, { gap, copy }: Pick<Costs, 'gap' | 'copy'>): { time: number; batches: number } {
  const { threads, episodes, episodeTime, delay, batchTime, slowThreads, slowness } = load;
  const sizes = pieceSizes(episodes, threads, episodeTime, 2 * delay, batchTime);
  const free = new Float64Array(Math.min(threads, sizes.length));
  const ends = sizes.map((size) => {
    let first = 0;
    for (let i = 1; i < free.length; i++) if (free[i]! < free[first]!) first = i;
    const time = size * episodeTime * (first < slowThreads ? slowness : 1);
    free[first]! += time + gap;
    return free[first]! - gap;
  });
  const idleAt = ends.toSorted((a, b) => a - b)[sizes.length - threads] ?? 0;
  let copies = 0;
  const withCopies = ends.map((end, i) => {
    const time = sizes[i]! * episodeTime;
    if (end <= idleAt) return end;
    const sentAt = Math.max(idleAt, 2 * (time + 4 * delay) + SLACK.idle) + SLOW_INTERVAL * copies++;
    return Math.min(end, sentAt + time + copy);
  });
  return { time: Math.max(...withCopies), batches: sizes.length };
}

/** The coordinator works while the threads do; the longer of the two determines a generation. */
export function timeOf(load: Load, costs: Costs): number {
  const { generation, episode, batch, delays } = costs;
  const { time, batches } = work(load, costs);
  return generation + Math.max(time, episode * load.episodes + batch * batches) + delays * load.delay;
}

/** Relative error of a model, root of the mean of squares. */
function errorOf(points: readonly Point[], model: Costs): number {
  const squares = points.map((point) => (timeOf(point, model) / point.time - 1) ** 2);
  return Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / points.length);
}

const rounded = (value: number) => Number(value.toPrecision(3));

/** The model of smallest relative error, by steps along each axis that become smaller. */
export function fitted(points: readonly Point[]): Model {
  let best: Costs = { generation: 5, episode: 0.05, batch: 1, gap: 1, copy: 50, delays: 4 };
  let error = errorOf(points, best);
  for (let factor = 2; factor > 1.001; factor = Math.sqrt(factor)) {
    for (let hasImproved = true; hasImproved; ) {
      hasImproved = false;
      for (const key of Object.keys(best) as (keyof Costs)[]) {
        for (const by of [factor, 1 / factor]) {
          const next = { ...best, [key]: best[key] * by };
          const nextError = errorOf(points, next);
          if (nextError < error - 1e-9) {
            [best, error] = [next, nextError];
            hasImproved = true;
          }
        }
      }
    }
  }
  return Object.fromEntries(
    Object.entries({ ...best, error }).map(([key, value]) => [key, rounded(value)]),
  ) as unknown as Model;
}

/** Threads of a machine in the predictions, and one-way delay of its network, ms. */
const THREADS = 8;
const DELAY = 0.5;

/** Generations for which the model is evaluated. */
export const LOADS = [
  { episodes: 256, episodeTime: 50 },
  { episodes: 4096, episodeTime: 50 },
  { episodes: 4096, episodeTime: 500 },
  { episodes: 65_536, episodeTime: 500 },
];

const usual = { delay: DELAY, batchTime: LONGEST, slowThreads: 0, slowness: 1 };

/** Speed of a load in a local network relative to one thread without a queue. */
export function speedupOf(load: Pick<Load, 'threads' | 'episodes' | 'episodeTime'> & Partial<Load>, model: Costs) {
  return (load.episodes * load.episodeTime) / timeOf({ ...usual, ...load }, model);
}

/** Time and speed on machines of eight threads; with stragglers, every tenth machine takes four times as long. */
export function predictions(model: Model) {
  return LOADS.flatMap((load) =>
    [1, 10, 100, 1000].map((machines) => {
      const threads = machines * THREADS;
      const speedup = speedupOf({ ...load, threads }, model);
      const slow = { slowThreads: Math.floor(machines / 10) * THREADS, slowness: 4 };
      return {
        ...load,
        machines,
        seconds: rounded((load.episodes * load.episodeTime) / speedup / 1000),
        speedup: Math.round(speedup),
        efficiency: rounded(speedup / threads),
        withStragglers: Math.round(speedupOf({ ...load, threads, ...slow }, model)),
      };
    }),
  );
}

/** Speed on ten machines with batches of other durations. */
export function byBatchTime(model: Model) {
  return LOADS.map((load) => {
    const speeds = [30, 60, 125, 250, 500, 1000].map((batchTime) => {
      return [`${batchTime} ms`, Math.round(speedupOf({ ...load, threads: 10 * THREADS, batchTime }, model))] as const;
    });
    return { ...load, ...Object.fromEntries(speeds) };
  });
}
