import type { Advance, Leader } from './runs.ts';
import { runsOf, type Sweep } from './sweep.ts';

/** What one run of a sweep has come to so far. */
export interface Outcome {
  cell: number;
  seed: number;
  /** Of each generation's champion, in order: control steps spent by then, fitness, and distance in metres; NaN for nobody. */
  steps: number[];
  fitness: number[];
  distance: number[];
  /** Its best champion. */
  leader: Leader | undefined;
  /** Share of its length that is done, 0 to 1. */
  share: number;
  historyHash: string;
}

/** Outcomes of all runs of a sweep, in the order in which they are run, before any has begun. */
export function unbegun(sweep: Sweep): Outcome[] {
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

/** Takes an advance into the outcome of its run, in place. */
export function advance(outcomes: readonly Outcome[], { place, points, leader, share, historyHash }: Advance): void {
  const outcome = outcomes[place] as Outcome;
  for (const point of points) {
    outcome.steps.push(point.steps);
    outcome.fitness.push(point.fitness);
    outcome.distance.push(point.distance);
  }
  outcome.leader = leader ?? outcome.leader;
  outcome.share = share;
  outcome.historyHash = historyHash;
}

/** Control steps until a champion first came so far, metres; Infinity while none has. */
export function stepsTo({ steps, distance }: Outcome, goal: number): number {
  const generation = distance.findIndex((each) => each >= goal);
  return generation < 0 ? Number.POSITIVE_INFINITY : (steps[generation] as number);
}

/** What runs can be compared by: of their best champion, or how soon they came so far. */
export type Measure = 'distance' | 'fitness' | 'steps';

/** What a run has come to by a measure; undefined before its first champion. `goal` in metres is for steps. */
export function measured(outcome: Outcome, measure: Measure, goal: number): number | undefined {
  if (measure === 'steps') return outcome.steps.length > 0 ? stepsTo(outcome, goal) : undefined;
  return outcome.leader?.[measure];
}

/** Several numbers in three. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** Of numbers that may be infinite but not NaN; undefined of none. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  const middle = [(sorted.length - 1) >> 1, sorted.length >> 1].map((i) => sorted[i] as number);
  return {
    median: ((middle[0] as number) + (middle[1] as number)) / 2,
    low: sorted[0] as number,
    high: sorted.at(-1) as number,
  };
}

/** A cell over its seeds. */
export interface Summary {
  cell: number;
  /** Of its runs that are done or, while none is, of those under way. */
  spread: Spread | undefined;
  doneCount: number;
  /** Over the tests of the best champions of the same runs. */
  falls: number;
  testCount: number;
}

export function summaryOf(outcomes: readonly Outcome[], cell: number, measure: Measure, goal: number): Summary {
  const mine = outcomes.filter((outcome) => outcome.cell === cell);
  const done = mine.filter(({ share }) => share === 1);
  const counted = done.length > 0 ? done : mine;
  const values = counted.map((outcome) => measured(outcome, measure, goal)).filter((value) => value !== undefined);
  const leaders = counted.flatMap(({ leader }) => leader ?? []);
  return {
    cell,
    spread: spreadOf(values),
    doneCount: done.length,
    falls: leaders.reduce((sum, { falls }) => sum + falls, 0),
    testCount: leaders.reduce((sum, { seeds }) => sum + seeds.length, 0),
  };
}

/** The run whose best champion is the best of its cell's; undefined while there is none. */
export function leaderOf(outcomes: readonly Outcome[], cell: number): Outcome | undefined {
  return outcomes.reduce<Outcome | undefined>((best, outcome) => {
    if (outcome.cell !== cell || !outcome.leader) return best;
    return best?.leader && best.leader.fitness >= outcome.leader.fitness ? best : outcome;
  }, undefined);
}
