import type { Episode } from '../sim/rollout.ts';
import type { Batch } from './batch.ts';
import { failedEpisode } from './failed-episode.ts';

/** What an error says, whatever was thrown. */
export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** A worker that did not come back with what it was given. */
export interface WorkerLoss {
  loss: string;
}

/**
 * Has a batch lived by some worker, once; `losses` says how many were lost over it before. Rejects when there is no use in
 * going on.
 */
export type Attempt = (batch: Batch, losses: number) => Promise<Episode[] | WorkerLoss>;

/** So many workers one life may cost. */
const MOST = 3;

/** Told of each loss: whether the lives go to another worker, or one is given up as failed. */
export type OnWorkerLost = (reason: string, isGivenUp: boolean) => void;

/**
 * The lives of a batch, however many workers it takes. A batch whose worker is lost is lived again one life at a time, so
 * that whoever it was is found out: who loses three workers, while others come to no harm, has failed.
 */
export async function evaluateWithRetry(batch: Batch, attempt: Attempt, tell: OnWorkerLost): Promise<Episode[]> {
  const together = await attempt(batch, 0);
  if (!('loss' in together)) return together;
  tell(together.loss, false);
  const lives: Episode[] = [];
  for (const request of batch.requests) lives.push(await livedAlone({ ...batch, requests: [request] }, attempt, tell));
  return lives;
}

/** A single life whose first worker was lost in company. */
async function livedAlone(batch: Batch, attempt: Attempt, tell: OnWorkerLost): Promise<Episode> {
  for (let losses = 1; ; losses++) {
    const result = await attempt(batch, losses);
    if (!('loss' in result)) return result[0] as Episode;
    if (losses + 1 === MOST) {
      // A worker asked to live nobody: when it is lost as well, this life has nothing to do with it.
      const sign = await attempt({ ...batch, requests: [] }, 0);
      if (!('loss' in sign)) {
        tell(result.loss, true);
        return failedEpisode(batch.experiment, result.loss);
      }
      losses = 0;
    }
    tell(result.loss, false);
  }
}
