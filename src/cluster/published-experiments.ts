import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Experiment } from '../run/experiment-schema.ts';
import { experimentKey, RUN_LIFETIME } from './keys.ts';

/** SHA-256 of an experiment's text. */
export const hashOfText = (text: string) => createHash('sha256').update(text).digest('hex');

/** The experiments that the batches of a run name by their hash, each sent to the queue once. */
export interface PublishedExperiments {
  /** The hash of an experiment, which is in the queue when the promise resolves. */
  publish(experiment: Experiment): Promise<string>;
  /** Keeps them in the queue, and sends those again that it has lost. */
  renew(): Promise<void>;
  remove(): Promise<void>;
}

/** Experiments of a run that are kept: one for each change of a setting, or for each run of a sweep. */
const MAX_KEPT = 64;

export function createPublishedExperiments(redis: Redis, run: string): PublishedExperiments {
  const texts = new Map<string, string>();
  const lifetime = 2 * RUN_LIFETIME;
  const send = (hash: string, text: string) => redis.set(experimentKey(run, hash), text, 'PX', lifetime);
  return {
    async publish({ body, task, brain }) {
      // What determines the bits of an episode; the rest of the experiment does not matter to a worker.
      const text = JSON.stringify({ body, task, brain });
      const hash = hashOfText(text);
      if (!texts.has(hash)) {
        await send(hash, text);
        texts.set(hash, text);
        // Older ones expire in the queue by themselves.
        if (texts.size > MAX_KEPT) texts.delete(texts.keys().next().value as string);
      }
      return hash;
    },
    async renew() {
      for (const [hash, text] of texts) {
        if ((await redis.pexpire(experimentKey(run, hash), lifetime)) === 0) await send(hash, text);
      }
    },
    async remove() {
      const keys = [...texts.keys()].map((hash) => experimentKey(run, hash));
      if (keys.length > 0) await redis.del(...keys);
    },
  };
}
