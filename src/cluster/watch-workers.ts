import type { Redis } from 'ioredis';
import { median } from '../math/stats.ts';
import type { Tell } from './connection.ts';
import { engineName } from './keys.ts';
import { noticesOf, type WorkerNotice, workerKind } from './presence.ts';

/** Time between two looks at the workers, ms. */
const INTERVAL = 1000;
/** Looks without a worker after which a run says that it waits. */
const LOOKS = 3;

/** The workers of a queue as a run sees them. */
export interface WorkerWatch {
  /** Resolves after the first look. */
  ready: Promise<void>;
  count(): number;
  /** Threads of all workers. */
  threadCount(): number;
  /** Median time until the queue answers a worker, ms. */
  latency(): number;
  stop(): void;
}

/** Watches the workers, and tells the user when a run waits for one or when one has another engine. */
export function watchWorkers(redis: Redis, isWaiting: () => boolean, name: string, tell: Tell): WorkerWatch {
  let workers: WorkerNotice[] = [];
  const refused = new Set<string>();
  let [missing, isToldMissing] = [0, false];

  async function look(): Promise<void> {
    if (redis.status !== 'ready') return;
    const all = [...(await noticesOf(redis, workerKind)).values()];
    workers = all.filter(({ engine }) => engine === engineName);
    for (const each of all) {
      if (each.engine === engineName || refused.has(each.name)) continue;
      refused.add(each.name);
      tell(`worker ${each.name} gets no batches: it has engine ${each.engine}, this run needs ${engineName}`);
    }
    missing = workers.length === 0 && isWaiting() ? missing + 1 : 0;
    if (missing === LOOKS) {
      isToldMissing = true;
      tell(`no worker is connected to the queue at ${name}; the run waits for gaitlab worker --queue`);
    } else if (isToldMissing && workers.length > 0) {
      isToldMissing = false;
      tell('a worker is connected; the run continues');
    }
  }

  const timer = setInterval(() => void look().catch(() => {}), INTERVAL);
  return {
    ready: look(),
    count: () => workers.length,
    threadCount: () => workers.reduce((sum, { threads }) => sum + threads, 0),
    latency: () => (workers.length === 0 ? 0 : median(workers.map((each) => each.latency))),
    stop: () => clearInterval(timer),
  };
}
