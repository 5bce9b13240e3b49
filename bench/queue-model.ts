import { pieceSizes } from '../src/cluster/piece-sizes.ts';

/** A measured generation: `episodes` of `episodeTime` ms on `threads` threads, `delay` ms away, took `time` ms. */
export interface Point {
  workers: number;
  threads: number;
  episodes: number;
  episodeTime: number;
  delay: number;
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
  /** One-way delays that a generation waits for. */
  delays: number;
  /** Root of the mean squared relative error of the fit. */
  error: number;
}

type Load = Omit<Point, 'time' | 'workers'>;

/** Time that the simulation takes: each thread takes the next batch, ms. */
function work({ threads, episodes, episodeTime, delay }: Load): { time: number; batches: number } {
  const sizes = pieceSizes(episodes, threads, episodeTime, 2 * delay);
  const free = new Float64Array(Math.min(threads, sizes.length));
  for (const size of sizes) {
    let first = 0;
    for (let i = 1; i < free.length; i++) if (free[i]! < free[first]!) first = i;
    free[first]! += size * episodeTime;
  }
  return { time: Math.max(...free), batches: sizes.length };
}

/** The coordinator works while the threads do; the longer of the two determines a generation. */
function timeOf(load: Load, { generation, episode, batch, delays }: Omit<Model, 'error'>): number {
  const { time, batches } = work(load);
  return generation + Math.max(time, episode * load.episodes + batch * batches) + delays * load.delay;
}

/** Relative error of a model, root of the mean of squares. */
function errorOf(points: readonly Point[], model: Omit<Model, 'error'>): number {
  const squares = points.map((point) => (timeOf(point, model) / point.time - 1) ** 2);
  return Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / points.length);
}

/** The model of smallest relative error, by steps along each axis that become smaller. */
export function fitted(points: readonly Point[]): Model {
  let best = { generation: 5, episode: 0.05, batch: 1, delays: 4 };
  let error = errorOf(points, best);
  for (let factor = 2; factor > 1.001; factor = Math.sqrt(factor)) {
    for (let hasImproved = true; hasImproved; ) {
      hasImproved = false;
      for (const key of ['generation', 'episode', 'batch', 'delays'] as const) {
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
  const rounded = Object.entries({ ...best, error }).map(([key, value]) => [key, Number(value.toPrecision(3))]);
  return Object.fromEntries(rounded) as unknown as Model;
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

/** Speed relative to one thread without a queue. */
export const speedupOf = (load: Load, model: Model) => (load.episodes * load.episodeTime) / timeOf(load, model);

/** Time and speed on machines of eight threads. */
export function predictions(model: Model) {
  return LOADS.flatMap((load) =>
    [1, 10, 100, 1000].map((machines) => {
      const threads = machines * THREADS;
      const speedup = speedupOf({ ...load, threads, delay: DELAY }, model);
      const seconds = (load.episodes * load.episodeTime) / speedup / 1000;
      return {
        ...load,
        machines,
        seconds: Number(seconds.toPrecision(3)),
        speedup: Math.round(speedup),
        efficiency: Number((speedup / threads).toPrecision(2)),
      };
    }),
  );
}
