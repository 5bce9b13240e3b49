import type { Command } from 'commander';
import type { Checkpoint } from '../run/checkpoint.ts';
import { reasonOf } from '../run/evaluate-with-retry.ts';
import { inRange } from './experiment-flags.ts';

/** Limits of a run; the run ends at the first one reached. */
export interface Ends {
  generations?: number;
  steps?: number;
  until?: number;
}

const DEFAULT_GENERATIONS = 200;
const MANY = Number.MAX_SAFE_INTEGER;

/** Adds the flags that limit a run. */
export function withStopCriteria(command: Command): Command {
  return command
    .option('--generations <number>', 'end after so many generations (200 when no end is given)', inRange(1, MANY))
    .option('--steps <number>', 'end after so many control steps', inRange(1, MANY))
    .option(
      '--until <fitness>',
      'end when the champion reaches this; exits with 3 if it never does',
      inRange(-MANY, MANY, false),
    );
}

/** Reads the limits from the flags; undefined if there are none. */
export function endsIn({ generations, steps, until }: Ends): Ends | undefined {
  if (generations === undefined && steps === undefined && until === undefined) return undefined;
  return {
    ...(generations === undefined ? {} : { generations }),
    ...(steps === undefined ? {} : { steps }),
    ...(until === undefined ? {} : { until }),
  };
}

/** The limit of a run when none is given. */
export const defaultEnds: Ends = { generations: DEFAULT_GENERATIONS };

/** Reads the limits from run.json; undefined if there are no valid ones. */
export function endsFrom(document: unknown): Ends | undefined {
  const given = (document as { ends?: unknown } | null)?.ends;
  if (typeof given !== 'object' || given === null) return undefined;
  const numbers = Object.entries(given).filter(
    ([key, value]) => Number.isFinite(value) && (key === 'until' || value > 0),
  );
  return endsIn(Object.fromEntries(numbers) as Ends);
}

/** Completed share of the run, measured by the nearest limit; 1 or more when the run is over. */
export function progress({ state, best }: Checkpoint, { generations, steps, until }: Ends): number {
  if (until !== undefined && best !== null && best.fitness >= until) return 1;
  const byGenerations = generations === undefined ? 0 : state.generation / generations;
  const bySteps = steps === undefined ? 0 : state.steps / steps;
  return Math.max(byGenerations, bySteps);
}

/** How a run ended, for run.json and for the last line of JSON output. */
export interface Ending {
  /** False for a run that was interrupted or failed. */
  done: boolean;
  /** `goal`: --until was reached. `limit`: generations or steps. `converged`: the optimizer has nothing left to try. */
  ended: 'goal' | 'limit' | 'converged' | 'interrupted' | 'failed';
  /** Reason of a failure. */
  reason?: string;
  interrupted?: true;
}

interface Outcome {
  /** The error that the run threw, if any. */
  failure: unknown;
  stop: Readonly<Record<string, number>>;
}

/** How a run ended whose state is `checkpoint`. */
export function endingOf(checkpoint: Checkpoint, ends: Ends, { failure, stop }: Outcome): Ending {
  if (failure !== undefined) return { done: false, ended: 'failed', reason: reasonOf(failure) };
  if (ends.until !== undefined && checkpoint.best !== null && checkpoint.best.fitness >= ends.until)
    return { done: true, ended: 'goal' };
  if (progress(checkpoint, ends) >= 1) return { done: true, ended: 'limit' };
  if (Object.keys(stop).length > 0) return { done: true, ended: 'converged' };
  return { done: false, ended: 'interrupted', interrupted: true };
}
