import type { Episode } from '../sim/rollout.ts';
import type { Batch } from './batch.ts';
import { failedEpisode } from './failed-episode.ts';

/** The message of whatever was thrown. */
export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** A worker that was lost while it worked on a batch. */
export interface WorkerLoss {
  loss: string;
}

/**
 * Sends a batch to a worker once; `losses` counts the workers it has lost before. Rejects if retrying cannot help.
 */
export type Attempt = (batch: Batch, losses: number) => Promise<Episode[] | WorkerLoss>;

/** Workers that one episode may lose before it counts as failed. */
const MAX_LOSSES = 3;

/** Called for each lost worker; `isGivenUp` if the episode now counts as failed instead of being retried. */
export type OnWorkerLost = (reason: string, isGivenUp: boolean) => void;

/**
 * Evaluates a batch. If its worker is lost, its episodes are retried one at a time, which finds the one that crashes
 * workers: an episode that crashes three workers while an empty batch succeeds is marked failed.
 */
export async function evaluateWithRetry(
  batch: Batch,
  attempt: Attempt,
  onWorkerLost: OnWorkerLost,
): Promise<Episode[]> {
  const together = await attempt(batch, 0);
  if (!('loss' in together)) return together;
  onWorkerLost(together.loss, false);
  const episodes: Episode[] = [];
  for (const request of batch.requests)
    episodes.push(await evaluateAlone({ ...batch, requests: [request] }, attempt, onWorkerLost));
  return episodes;
}

/** Evaluates one episode of a batch that has lost a worker. */
async function evaluateAlone(batch: Batch, attempt: Attempt, onWorkerLost: OnWorkerLost): Promise<Episode> {
  for (let losses = 1; ; losses++) {
    const result = await attempt(batch, losses);
    if (!('loss' in result)) return result[0]!;
    if (losses + 1 === MAX_LOSSES) {
      // Control: an empty batch. If it crashes too, the episode is not the cause.
      const control = await attempt({ ...batch, requests: [] }, 0);
      if (!('loss' in control)) {
        onWorkerLost(result.loss, true);
        return failedEpisode(batch.experiment, result.loss);
      }
      losses = 0;
    }
    onWorkerLost(result.loss, false);
  }
}
