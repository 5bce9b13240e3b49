import { type ChampionEntry, entryOf } from '../champion-history.ts';
import type { Evaluator } from '../evaluator.ts';
import type { Experiment } from '../experiment-schema.ts';
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

/** Runs one run of a sweep to its end. */
async function* advancesOf(
  sweep: Sweep,
  place: number,
  experiment: Experiment,
  evaluator: Evaluator,
): AsyncGenerator<Advance, void, void> {
  for await (const generation of run(experiment, evaluator)) {
    const { champion, isRecord, historyHash } = generation;
    const leader = champion && isRecord ? { ...entryOf(champion, true), falls: champion.falls } : undefined;
    const share = shareOf(sweep, generation);
    yield { place, points: [pointOf(generation)], leader, share, historyHash };
    if (share === 1) return;
  }
}

/**
 * Runs a sweep and yields after each generation. Each run has the bits it has alone, so those that are done already (`isDone`, by
 * place) can be left out, and several can run at the same time: as many as `runsAtOnce` says at that moment.
 */
export async function* sweepRuns(
  sweep: Sweep,
  evaluator: Evaluator,
  isDone: (place: number) => boolean = () => false,
  runsAtOnce: () => number = () => 1,
): AsyncGenerator<Advance, void, void> {
  const left = [...runsOf(sweep).entries()].filter(([place]) => !isDone(place));
  const running = new Map<AsyncGenerator<Advance, void, void>, Promise<IteratorResult<Advance, void>>>();
  const advance = (each: AsyncGenerator<Advance, void, void>) => void running.set(each, each.next());
  try {
    for (;;) {
      while (left.length > 0 && running.size < Math.max(1, runsAtOnce())) {
        const [place, { experiment }] = left.shift()!;
        advance(advancesOf(sweep, place, experiment, evaluator));
      }
      if (running.size === 0) return;
      const ends = [...running].map(async ([each, next]) => ({ each, result: await next }));
      const { each, result } = await Promise.race(ends);
      running.delete(each);
      if (result.done) continue;
      yield result.value;
      advance(each);
    }
  } finally {
    // Those that are not awaited any more must not fail unseen.
    for (const next of running.values()) next.catch(() => {});
  }
}
