import type { Evaluator } from '../evaluator.ts';
import { type Advance, sweepRuns } from './runs.ts';
import type { Sweep } from './sweep.ts';

/** What is sent of a sweep, which is known by the number it was begun under. */
export type SweepMessage =
  | { type: 'sweep advance'; sweep: number; advance: Advance }
  /** All runs are done; with a reason, it ended before. */
  | { type: 'sweep ended'; sweep: number; reason?: string };

/** Runs one sweep at a time, sharing the evaluator with the run. */
export interface Sweeper {
  begin(sweep: number, of: Sweep): void;
  /** Stops at once; sends nothing more. */
  stop(): void;
}

/** A run is sent of when so much more of it is done, or after so many control steps: a few times a second. */
const SHARE = 1 / 40;
const STEPS = 5000;

/** Episodes in one batch: between two batches the sweep can stop, and the run's batches get their turn. */
const PIECE = 64;

/** `evaluator` with batches of at most PIECE episodes. Rejects when `isOver` says so. */
function inPieces(evaluator: Evaluator, isOver: () => boolean): Evaluator {
  return {
    async evaluate({ experiment, requests }) {
      const episodes = [];
      for (let at = 0; at < requests.length; at += PIECE) {
        if (isOver()) throw new Error('the sweep was stopped');
        episodes.push(...(await evaluator.evaluate({ experiment, requests: requests.slice(at, at + PIECE) })));
      }
      return episodes;
    },
    close: async () => {},
  };
}

/** Two successive advances as one. */
function joined(before: Advance | undefined, now: Advance): Advance {
  if (before === undefined) return now;
  return { ...now, points: [...before.points, ...now.points], leader: now.leader ?? before.leader };
}

export function createSweeper(evaluator: Evaluator, send: (message: SweepMessage) => void): Sweeper {
  let current: number | undefined;

  async function go(sweep: number, of: Sweep): Promise<void> {
    const isOver = () => current !== sweep;
    let pending: Advance | undefined;
    let sent = { share: 0, steps: 0 };
    try {
      for await (const advance of sweepRuns(of, inPieces(evaluator, isOver))) {
        if (isOver()) return;
        pending = joined(pending, advance);
        const { share, points } = advance;
        const steps = points.at(-1)?.steps ?? 0;
        if (share < 1 && share - sent.share < SHARE && steps - sent.steps < STEPS) continue;
        send({ type: 'sweep advance', sweep, advance: pending });
        sent = share === 1 ? { share: 0, steps: 0 } : { share, steps };
        pending = undefined;
      }
      if (!isOver()) send({ type: 'sweep ended', sweep });
    } catch (error) {
      if (isOver()) return;
      send({ type: 'sweep ended', sweep, reason: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    begin(sweep, of) {
      current = sweep;
      void go(sweep, of);
    },
    stop() {
      current = undefined;
    },
  };
}
