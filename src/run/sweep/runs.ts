import { type ChampionEntry, entryOf } from '../champion-history.ts';
import type { Evaluator } from '../evaluator.ts';
import { type Generation, run } from '../run.ts';
import { runsOf, type Sweep } from './sweep.ts';

/** A generation's champion as a point of a learning curve; fitness and distance are NaN where there was none. */
export interface CellResult {
  /** Control steps so far. */
  steps: number;
  fitness: number;
  /** Metres. */
  distance: number;
}

/** A champion that broke its run's record. */
export interface Leader extends ChampionEntry {
  /** How many of its tests ended in a fall. */
  falls: number;
}

/** The progress of one run of a sweep since the last advance. */
export interface Advance {
  /** Index among the sweep's runs. */
  place: number;
  /** One point for each new generation, in order. */
  points: CellResult[];
  /** The newest record, if there was one. */
  leader: Leader | undefined;
  /** Share of its length that is done, 0 to 1; the last advance has 1. */
  share: number;
  historyHash: string;
}

function pointOf({ steps, champion }: Generation): CellResult {
  return { steps, fitness: champion?.fitness ?? Number.NaN, distance: champion?.distance ?? Number.NaN };
}

/** Share of a run's length that is done; 1 if the optimizer stops. */
function shareOf({ steps, generations }: Sweep, { generation, steps: spent, stop }: Generation): number {
  if (Object.keys(stop).length > 0) return 1;
  return Math.min(
    1,
    Math.max(spent / (steps ?? Number.POSITIVE_INFINITY), (generation + 1) / (generations ?? Number.POSITIVE_INFINITY)),
  );
}

/** Runs a sweep, one run after the other, and yields after each generation. Each run has the bits it has alone. */
export async function* sweepRuns(sweep: Sweep, evaluator: Evaluator): AsyncGenerator<Advance, void, void> {
  for (const [place, { experiment }] of runsOf(sweep).entries()) {
    for await (const generation of run(experiment, evaluator)) {
      const { champion, isRecord, historyHash } = generation;
      const leader = champion && isRecord ? { ...entryOf(champion, true), falls: champion.falls } : undefined;
      const share = shareOf(sweep, generation);
      yield { place, points: [pointOf(generation)], leader, share, historyHash };
      if (share === 1) break;
    }
  }
}
