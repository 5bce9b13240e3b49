import type { Advance, Leader } from './runs.ts';
import { runsOf, type Sweep } from './sweep.ts';

/** The result of one run of a sweep so far. */
export interface Outcome {
  cell: number;
  seed: number;
  /** By generation: control steps so far, and the champion's fitness and distance in metres; NaN without a champion. */
  steps: number[];
  fitness: number[];
  distance: number[];
  /** Its best champion. */
  leader: Leader | undefined;
  /** Share of its length that is done, 0 to 1. */
  share: number;
  historyHash: string;
}

/** Empty outcomes of all runs of a sweep, in running order. */
export function initialOutcomes(sweep: Sweep): Outcome[] {
  return runsOf(sweep).map(({ cell, experiment }) => ({
    cell,
    seed: experiment.seed,
    steps: [],
    fitness: [],
    distance: [],
    leader: undefined,
    share: 0,
    historyHash: '',
  }));
}

/** Adds an advance to the outcome of its run, in place. */
export function applyAdvance(
  outcomes: readonly Outcome[],
  { place, points, leader, share, historyHash }: Advance,
): void {
  const outcome = outcomes[place]!;
  for (const point of points) {
    outcome.steps.push(point.steps);
    outcome.fitness.push(point.fitness);
    outcome.distance.push(point.distance);
  }
  outcome.leader = leader ?? outcome.leader;
  outcome.share = share;
  outcome.historyHash = historyHash;
}

/** Control steps until a champion first reached `goal` metres; Infinity if none has. */
export function stepsTo({ steps, distance }: Outcome, goal: number): number {
  const generation = distance.findIndex((each) => each >= goal);
  return generation < 0 ? Number.POSITIVE_INFINITY : steps[generation]!;
}

/** What runs are compared by: distance or fitness of the best champion, or control steps until a distance. */
export type Measure = 'distance' | 'fitness' | 'steps';

/** A run's value of a measure; undefined before its first champion. `goal`, metres, is used by `steps`. */
export function measureOutcome(outcome: Outcome, measure: Measure, goal: number): number | undefined {
  if (measure === 'steps') return outcome.steps.length > 0 ? stepsTo(outcome, goal) : undefined;
  return outcome.leader?.[measure];
}

/** Median, lowest and highest of several numbers. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** Values may be infinite but not NaN; undefined for an empty list. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  const middle = [(sorted.length - 1) >> 1, sorted.length >> 1].map((i) => sorted[i]!);
  return {
    median: (middle[0]! + middle[1]!) / 2,
    low: sorted[0]!,
    high: sorted.at(-1)!,
  };
}

/** Summary of a cell over its seeds. */
export interface Summary {
  cell: number;
  /** Over the finished runs or, while there are none, the running ones. */
  spread: Spread | undefined;
  doneCount: number;
  /** Falls in the tests of the best champions of these runs. */
  falls: number;
  testCount: number;
}

export function summaryOf(outcomes: readonly Outcome[], cell: number, measure: Measure, goal: number): Summary {
  const mine = outcomes.filter((outcome) => outcome.cell === cell);
  const done = mine.filter(({ share }) => share === 1);
  const counted = done.length > 0 ? done : mine;
  const values = counted
    .map((outcome) => measureOutcome(outcome, measure, goal))
    .filter((value) => value !== undefined);
  const leaders = counted.flatMap(({ leader }) => leader ?? []);
  return {
    cell,
    spread: spreadOf(values),
    doneCount: done.length,
    falls: leaders.reduce((sum, { falls }) => sum + falls, 0),
    testCount: leaders.reduce((sum, { seeds }) => sum + seeds.length, 0),
  };
}

/** The run with the best champion of a cell, the first of equals; undefined while there is none. */
export function leaderOf(outcomes: readonly Outcome[], cell: number): Outcome | undefined {
  return outcomes.reduce<Outcome | undefined>((best, outcome) => {
    if (outcome.cell !== cell || !outcome.leader) return best;
    return best?.leader && best.leader.fitness >= outcome.leader.fitness ? best : outcome;
  }, undefined);
}
