import type { Redis } from 'ioredis';
import * as v from 'valibot';
import { parseJson } from '../format/json-guard.ts';
import { parse } from '../schema/fault.ts';
import { HEARTBEAT, RUN_LIFETIME, RUNS, runKey, WORKER_LIFETIME, WORKERS, workerKey } from './keys.ts';

const number = v.pipe(v.number(), v.minValue(0));
const short = v.pipe(v.string(), v.maxLength(200));

const workerSchema = v.strictObject({
  name: short,
  /** Its engine, as in `engineName`. */
  engine: short,
  threads: v.pipe(number, v.integer(), v.maxValue(4096)),
  /** Time until the queue answers it, ms. */
  latency: number,
  /** Episodes so far, and per second over the last seconds. */
  episodes: number,
  rate: number,
});

const runSchema = v.strictObject({
  title: short,
  engine: short,
  /** The generation that it is in, and the share of the whole run that is done, 0 to 1; -1 if unknown. */
  generation: v.pipe(number, v.integer()),
  share: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)),
  /** The share that was done when it was started or resumed. */
  startShare: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)),
  /** Seconds since it started or was resumed. */
  seconds: number,
  episodes: number,
  rate: number,
  /** Batches that are sent and not yet done, and copies of batches sent so far. */
  batches: number,
  copies: number,
});

/** What a worker and a run say of themselves in the queue. */
export type WorkerNotice = v.InferOutput<typeof workerSchema>;
export type RunNotice = v.InferOutput<typeof runSchema>;

interface Kind<Notice> {
  /** Key of the set of ids, key of one notice, and how long that is valid without renewal, ms. */
  ids: string;
  keyOf: (id: string) => string;
  lifetime: number;
  schema: v.GenericSchema<unknown, Notice>;
}

export const workerKind: Kind<WorkerNotice> = {
  ids: WORKERS,
  keyOf: workerKey,
  lifetime: WORKER_LIFETIME,
  schema: workerSchema,
};
export const runKind: Kind<RunNotice> = { ids: RUNS, keyOf: runKey, lifetime: RUN_LIFETIME, schema: runSchema };

/** Shows a notice in the queue. */
export interface Presence {
  /** Sends the notice at once. */
  renew(): Promise<void>;
  /** Removes the notice. */
  end(): Promise<void>;
}

/** Shows a notice and renews it until it ends. It disappears by itself when this process does. */
export function showPresence<Notice>(redis: Redis, kind: Kind<Notice>, id: string, notice: () => Notice): Presence {
  const renew = async () => {
    // While the queue is away, no commands pile up.
    if (redis.status !== 'ready') return;
    const text = JSON.stringify(notice());
    await redis.multi().sadd(kind.ids, id).set(kind.keyOf(id), text, 'PX', kind.lifetime).exec();
  };
  const timer = setInterval(() => void renew().catch(() => {}), HEARTBEAT);
  // It must not keep a process that could not end it.
  timer.unref();
  return {
    renew,
    async end() {
      clearInterval(timer);
      await redis.multi().srem(kind.ids, id).del(kind.keyOf(id)).exec();
    },
  };
}

/** All valid notices by id. Ids without a notice, of what has ended without a word, are removed. */
export async function noticesOf<Notice>(redis: Redis, kind: Kind<Notice>): Promise<Map<string, Notice>> {
  const ids = await redis.smembers(kind.ids);
  const found = new Map<string, Notice>();
  if (ids.length === 0) return found;
  const texts = await redis.mget(ids.map(kind.keyOf));
  const gone: string[] = [];
  for (const [i, id] of ids.entries()) {
    const text = texts[i];
    if (text === null || text === undefined) gone.push(id);
    else {
      try {
        found.set(id, parse(kind.schema, parseJson(text, 'a notice')));
      } catch {
        // Written by hand or by another version: not one of ours.
      }
    }
  }
  if (gone.length > 0) await redis.srem(kind.ids, ...gone);
  return found;
}
