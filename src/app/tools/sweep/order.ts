import type { Summary } from '../../../run/sweep/outcome.ts';

/** What the table can be ordered by: an axis by its place, or what came of it. */
export type Column = 0 | 1 | 'median' | 'spread' | 'falls';

export interface SortOrder {
  column: Column;
  isDescending: boolean;
}

/** The same column the other way round, or another one: numbers from the most down, axes as they were given. */
export function turned({ column, isDescending }: SortOrder, next: Column): SortOrder {
  return { column: next, isDescending: column === next ? !isDescending : typeof next === 'string' };
}

/** The cells in an order; `width` is how many values the second axis has. What has no number comes last either way. */
export function ordered(summaries: readonly Summary[], { column, isDescending }: SortOrder, width: number): Summary[] {
  const keyOf = ({ cell, spread, falls, testCount }: Summary): number | undefined => {
    if (column === 0) return Math.floor(cell / width);
    if (column === 1) return cell % width;
    if (column === 'falls') return testCount > 0 ? falls / testCount : undefined;
    if (spread === undefined || column === 'median') return spread?.median;
    return spread.high === spread.low ? 0 : spread.high - spread.low;
  };
  return [...summaries].sort((a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    if (first === undefined || second === undefined) {
      return first === second ? a.cell - b.cell : first === undefined ? 1 : -1;
    }
    if (first === second) return a.cell - b.cell;
    return (first < second ? -1 : 1) * (isDescending ? -1 : 1);
  });
}
