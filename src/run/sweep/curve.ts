import { type Outcome, spreadOf } from './outcome.ts';

/** Learning curve of a cell: the best distance of any champion so far, metres, by control steps, over the cell's seeds; null where unknown. */
export interface SweepCurve {
  median: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
}

/** `count` evenly spaced points from 0 to the length of the longest run, control steps. */
export function gridOf(outcomes: readonly Outcome[], count: number): number[] {
  const last = Math.max(1, ...outcomes.map(({ steps }) => steps.at(-1) ?? 0));
  return Array.from({ length: count }, (_, i) => (last * i) / (count - 1));
}

/** Best distance so far at each grid point; null before the first generation, and after the last one of an unfinished run. */
function bestSoFar({ steps, distance, share }: Outcome, grid: readonly number[]): (number | null)[] {
  let generation = 0;
  let best: number | null = null;
  return grid.map((place) => {
    for (; generation < steps.length && steps[generation]! <= place; generation++) {
      const here = distance[generation]!;
      if (!Number.isNaN(here)) best = Math.max(best ?? here, here);
    }
    return generation === steps.length && share < 1 ? null : best;
  });
}

/** The curve of a cell on a grid of control steps, over the runs that reach each point. */
export function curveOf(outcomes: readonly Outcome[], cell: number, grid: readonly number[]): SweepCurve {
  const each = outcomes.filter((outcome) => outcome.cell === cell).map((outcome) => bestSoFar(outcome, grid));
  const spreads = grid.map((_, i) => spreadOf(each.flatMap((column) => column[i] ?? [])));
  return {
    median: spreads.map((spread) => spread?.median ?? null),
    low: spreads.map((spread) => spread?.low ?? null),
    high: spreads.map((spread) => spread?.high ?? null),
  };
}
