import type { Summary } from '../../../run/sweep/outcome.ts';

/** Columns by which the table can be sorted: an axis by its index, or a result. */
export type SortColumn = 0 | 1 | 'median' | 'spread' | 'falls';

export interface TableOrder {
  column: SortColumn;
  isDescending: boolean;
}

/** The order after a click on a heading: the same column reversed, or another one; results descend first. */
export function toggledOrder({ column, isDescending }: TableOrder, next: SortColumn): TableOrder {
  return { column: next, isDescending: column === next ? !isDescending : typeof next === 'string' };
}

/** The summaries sorted; those without a value come last in both directions. @param width number of values of the second axis */
export function sortedSummaries(
  summaries: readonly Summary[],
  { column, isDescending }: TableOrder,
  width: number,
): Summary[] {
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
