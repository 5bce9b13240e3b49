import type { Command } from 'commander';
import type { Checkpoint } from '../run/checkpoint.ts';
import { reasonOf } from '../run/evaluate-with-retry.ts';
import { inRange } from './experiment-flags.ts';

/** Limits of a run; the first one reached ends it. */
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

/** Limits among the flags; undefined for none. */
export function endsIn({ generations, steps, until }: Ends): Ends | undefined {
  if (generations === undefined && steps === undefined && until === undefined) return undefined;
  return {
    ...(generations === undefined ? {} : { generations }),
    ...(steps === undefined ? {} : { steps }),
    ...(until === undefined ? {} : { until }),
  };
}

/** The limit of a run without any given. */
export const defaultEnds: Ends = { generations: DEFAULT_GENERATIONS };

/** Limits from run.json; undefined without valid ones. */
export function endsFrom(document: unknown): Ends | undefined {
  const given = (document as { ends?: unknown } | null)?.ends;
  if (typeof given !== 'object' || given === null) return undefined;
  const numbers = Object.entries(given).filter(
    ([key, value]) => Number.isFinite(value) && (key === 'until' || value > 0),
  );
  return endsIn(Object.fromEntries(numbers) as Ends);
}

/** Share of the run that is done, by the nearest limit; 1 or more when it is over. */
export function progress({ state, best }: Checkpoint, { generations, steps, until }: Ends): number {
  if (until !== undefined && best !== null && best.fitness >= until) return 1;
  const byGenerations = generations === undefined ? 0 : state.generation / generations;
  const bySteps = steps === undefined ? 0 : state.steps / steps;
  return Math.max(byGenerations, bySteps);
}

/** How a run ended, for run.json and the last line of JSON. */
export interface Ending {
  /** False for a run that was interrupted or failed. */
  done: boolean;
  /** `goal`: --until was reached. `limit`: generations or steps. `converged`: the optimizer has nothing left to try. */
  ended: 'goal' | 'limit' | 'converged' | 'interrupted' | 'failed';
  /** Of a failure. */
  reason?: string;
  interrupted?: true;
}

interface Outcome {
  /** What the run threw, if it did. */
  failure: unknown;
  stop: Readonly<Record<string, number>>;
}

/** How a run that stands at `checkpoint` ended. */
export function endingOf(checkpoint: Checkpoint, ends: Ends, { failure, stop }: Outcome): Ending {
  if (failure !== undefined) return { done: false, ended: 'failed', reason: reasonOf(failure) };
  if (ends.until !== undefined && checkpoint.best !== null && checkpoint.best.fitness >= ends.until)
    return { done: true, ended: 'goal' };
  if (progress(checkpoint, ends) >= 1) return { done: true, ended: 'limit' };
  if (Object.keys(stop).length > 0) return { done: true, ended: 'converged' };
  return { done: false, ended: 'interrupted', interrupted: true };
}
