import type { Command } from 'commander';
import type { Checkpoint } from '../run/checkpoint.ts';
import { reasonOf } from '../run/evaluate-with-retry.ts';
import { inRange } from './experiment-flags.ts';

/** Limits of a run; the run ends at the first one reached. */
export interface StopCriteria {
  generations?: number;
  steps?: number;
  until?: number;
}

const DEFAULT_GENERATIONS = 200;
const MAX_INTEGER = Number.MAX_SAFE_INTEGER;

/** Adds the flags that limit a run. */
export function withStopFlags(command: Command): Command {
  return command
    .option(
      '--generations <number>',
      'end after this number of generations (default: 200 without other limits)',
      inRange(1, MAX_INTEGER),
    )
    .option('--steps <number>', 'end after this number of control steps', inRange(1, MAX_INTEGER))
    .option(
      '--until <fitness>',
      'end when a champion reaches this fitness; exits with 3 if none does',
      inRange(-MAX_INTEGER, MAX_INTEGER, false),
    );
}

/** Reads the limits from the flags; undefined if there are none. */
export function criteriaInFlags({ generations, steps, until }: StopCriteria): StopCriteria | undefined {
  if (generations === undefined && steps === undefined && until === undefined) return undefined;
  return {
    ...(generations === undefined ? {} : { generations }),
    ...(steps === undefined ? {} : { steps }),
    ...(until === undefined ? {} : { until }),
  };
}

/** The limit of a run when none is given. */
export const defaultCriteria: StopCriteria = { generations: DEFAULT_GENERATIONS };

/** Reads the limits from run.json; undefined if there are no valid ones. */
export function criteriaInDocument(document: unknown): StopCriteria | undefined {
  const given = (document as { ends?: unknown } | null)?.ends;
  if (typeof given !== 'object' || given === null) return undefined;
  const numbers = Object.entries(given).filter(
    ([key, value]) => Number.isFinite(value) && (key === 'until' || value > 0),
  );
  return criteriaInFlags(Object.fromEntries(numbers) as StopCriteria);
}

/** Completed share of the run, measured by the nearest limit; 1 or more when the run is over. */
export function shareDone({ state, best }: Checkpoint, { generations, steps, until }: StopCriteria): number {
  if (until !== undefined && best !== null && best.fitness >= until) return 1;
  const byGenerations = generations === undefined ? 0 : state.generation / generations;
  const bySteps = steps === undefined ? 0 : state.steps / steps;
  return Math.max(byGenerations, bySteps);
}

/** How a run ended, for run.json and for the last line of JSON output. */
export interface RunEnd {
  /** False for a run that was interrupted or failed. */
  done: boolean;
  /** `goal`: --until was reached. `limit`: generations or steps. `converged`: the optimizer has nothing left to try. */
  ended: 'goal' | 'limit' | 'converged' | 'interrupted' | 'failed';
  /** Reason of a failure. */
  reason?: string;
  interrupted?: true;
}

/** What ended the training loop. */
interface LoopEnd {
  /** The error that the run threw, if any. */
  failure: unknown;
  stop: Readonly<Record<string, number>>;
}

/** How a run ended whose state is `checkpoint`. */
export function runEndOf(checkpoint: Checkpoint, criteria: StopCriteria, { failure, stop }: LoopEnd): RunEnd {
  if (failure !== undefined) return { done: false, ended: 'failed', reason: reasonOf(failure) };
  if (criteria.until !== undefined && checkpoint.best !== null && checkpoint.best.fitness >= criteria.until)
    return { done: true, ended: 'goal' };
  if (shareDone(checkpoint, criteria) >= 1) return { done: true, ended: 'limit' };
  if (Object.keys(stop).length > 0) return { done: true, ended: 'converged' };
  return { done: false, ended: 'interrupted', interrupted: true };
}
