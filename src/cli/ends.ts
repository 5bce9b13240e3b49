import type { Command } from 'commander';
import type { Checkpoint } from '../run/checkpoint.ts';
import { inRange } from './experiment-flags.ts';

/** When a run is over: by whichever comes first. */
export interface Ends {
  generations?: number;
  steps?: number;
  until?: number;
}

const USUAL_GENERATIONS = 200;
const MANY = Number.MAX_SAFE_INTEGER;

/** Adds the flags that say when a run ends. */
export function withStopCriteria(command: Command): Command {
  return command
    .option('--generations <number>', 'end after so many generations (200 when no end is given)', inRange(1, MANY))
    .option('--steps <number>', 'end after so many control steps', inRange(1, MANY))
    .option('--until <fitness>', 'end when the champion reaches this', inRange(-MANY, MANY, false));
}

/** The ends among flags; undefined when none is given. */
export function endsIn({ generations, steps, until }: Ends): Ends | undefined {
  if (generations === undefined && steps === undefined && until === undefined) return undefined;
  return {
    ...(generations === undefined ? {} : { generations }),
    ...(steps === undefined ? {} : { steps }),
    ...(until === undefined ? {} : { until }),
  };
}

/** What is done when nothing was said of the end. */
export const defaultEnds: Ends = { generations: USUAL_GENERATIONS };

/** Ends as run.json has them; undefined when it has none that make sense. */
export function endsFrom(document: unknown): Ends | undefined {
  const given = (document as { ends?: unknown } | null)?.ends;
  if (typeof given !== 'object' || given === null) return undefined;
  const numbers = Object.entries(given).filter(
    ([key, value]) => Number.isFinite(value) && (key === 'until' || value > 0),
  );
  return endsIn(Object.fromEntries(numbers) as Ends);
}

/** Share of the run that is done, by whichever limit comes first; 1 or more when it is over. */
export function progress({ state, best }: Checkpoint, { generations, steps, until }: Ends): number {
  if (until !== undefined && best !== null && best.fitness >= until) return 1;
  const byGenerations = generations === undefined ? 0 : state.generation / generations;
  const bySteps = steps === undefined ? 0 : state.steps / steps;
  return Math.max(byGenerations, bySteps);
}
