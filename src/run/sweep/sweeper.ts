import type { Evaluator } from '../evaluator.ts';
import { checkMemory } from '../memory.ts';
import { type Advance, sweepRuns } from './runs.ts';
import { cellsOf, type Sweep } from './sweep.ts';

/** A message about a sweep. `sweep` is the id that `begin` received. */
export type SweepMessage =
  | { type: 'sweep advance'; sweep: number; advance: Advance }
  /** All runs are done or, with a reason, the sweep failed. */
  | { type: 'sweep ended'; sweep: number; reason?: string };

/** Runs one sweep at a time, sharing the evaluator with the run. */
export interface Sweeper {
  begin(sweep: number, of: Sweep): void;
  /** Stops at once; sends nothing more. */
  stop(): void;
}

/** An advance of a run is sent after this share of the run or this number of control steps: a few times a second. */
const SHARE = 1 / 40;
const STEPS = 5000;

/** Episodes per batch. Between two batches, the sweep can stop and the run's batches are evaluated. */
const BATCH_SIZE = 64;

/** An evaluator that splits batches into BATCH_SIZE episodes. Rejects once `isOver` returns true. */
function inBatches(evaluator: Evaluator, isOver: () => boolean): Evaluator {
  return {
    async evaluate({ experiment, requests }) {
      const episodes = [];
      for (let at = 0; at < requests.length; at += BATCH_SIZE) {
        if (isOver()) throw new Error('the sweep was stopped');
        episodes.push(...(await evaluator.evaluate({ experiment, requests: requests.slice(at, at + BATCH_SIZE) })));
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

/** @param memory bytes that each of its runs may need */
export function createSweeper(
  evaluator: Evaluator,
  send: (message: SweepMessage) => void,
  memory = Number.POSITIVE_INFINITY,
): Sweeper {
  let current: number | undefined;

  async function go(sweep: number, of: Sweep): Promise<void> {
    const isOver = () => current !== sweep;
    let pending: Advance | undefined;
    let sent = { share: 0, steps: 0 };
    try {
      for (const { experiment } of cellsOf(of)) checkMemory(experiment, memory);
      for await (const advance of sweepRuns(of, inBatches(evaluator, isOver))) {
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
