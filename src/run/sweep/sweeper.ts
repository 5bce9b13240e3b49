import type { Evaluator } from '../evaluator.ts';
import { type Advance, sweepRuns } from './runs.ts';
import type { Sweep } from './sweep.ts';

/** What is told of a sweep, which is known by the number it was begun under. */
export type SweepMessage =
  | { news: 'swept'; sweep: number; advance: Advance }
  /** All runs are done, or with a reason: it had to end before. */
  | { news: 'sweep over'; sweep: number; reason?: string };

/** Runs one sweep at a time beside whatever else uses the evaluator. */
export interface Sweeper {
  begin(sweep: number, of: Sweep): void;
  /** At once, and without a further word. */
  stop(): void;
}

/** A run is told of when so much more of it is done, or after so many control steps: a few times a second. */
const SHARE = 1 / 40;
const STEPS = 5000;

/** Lives between two chances to stop, and for others to have their turn. */
const PIECE = 64;

/** The same lives, asked for a few at a time until it is over. */
function inPieces(evaluator: Evaluator, isOver: () => boolean): Evaluator {
  return {
    async evaluate({ experiment, requests }) {
      const lives = [];
      for (let at = 0; at < requests.length; at += PIECE) {
        if (isOver()) throw new Error('the sweep was stopped');
        lives.push(...(await evaluator.evaluate({ experiment, requests: requests.slice(at, at + PIECE) })));
      }
      return lives;
    },
    close: async () => {},
  };
}

/** What both came to, the later after the earlier. */
function joined(before: Advance | undefined, now: Advance): Advance {
  if (before === undefined) return now;
  return { ...now, points: [...before.points, ...now.points], leader: now.leader ?? before.leader };
}

export function createSweeper(evaluator: Evaluator, tell: (news: SweepMessage) => void): Sweeper {
  let current: number | undefined;

  async function go(sweep: number, of: Sweep): Promise<void> {
    const isOver = () => current !== sweep;
    let untold: Advance | undefined;
    let told = { share: 0, steps: 0 };
    try {
      for await (const advance of sweepRuns(of, inPieces(evaluator, isOver))) {
        if (isOver()) return;
        untold = joined(untold, advance);
        const { share, points } = advance;
        const steps = points.at(-1)?.steps ?? 0;
        if (share < 1 && share - told.share < SHARE && steps - told.steps < STEPS) continue;
        tell({ news: 'swept', sweep, advance: untold });
        told = share === 1 ? { share: 0, steps: 0 } : { share, steps };
        untold = undefined;
      }
      if (!isOver()) tell({ news: 'sweep over', sweep });
    } catch (error) {
      if (isOver()) return;
      tell({ news: 'sweep over', sweep, reason: error instanceof Error ? error.message : String(error) });
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
