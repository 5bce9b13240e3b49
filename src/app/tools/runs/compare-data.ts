import type { History } from '../../session/history.ts';

/** Quantity of the horizontal axis. */
export type XAxis = 'generation' | 'steps';

/** Maximum number of points of a line. */
const MAX_POINTS = 1500;

/** Indices of evenly spaced points, with the first and the last. */
function spacedIndices(count: number, maxPoints: number): number[] {
  const stride = Math.max(1, Math.ceil(count / maxPoints));
  const chosen = Array.from({ length: Math.ceil(count / stride) }, (_, i) => i * stride);
  if (count > 0 && chosen.at(-1) !== count - 1) chosen.push(count - 1);
  return chosen;
}

/** One table per run for `uPlot.join`: the horizontal axis, the best, and the mean if wanted. */
export function tablesOf(
  histories: readonly History[],
  across: XAxis,
  withMeans: boolean,
  maxPoints = MAX_POINTS,
): number[][][] {
  return histories.map((history) => {
    const chosen = spacedIndices(history.generation.length, maxPoints);
    const columns = [history[across], history.best, ...(withMeans ? [history.mean] : [])];
    return columns.map((column) => chosen.map((i) => column[i]!));
  });
}
