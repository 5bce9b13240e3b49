import type { History } from '../../session/history.ts';

/** What lies across a chart of several runs. */
export type Across = 'generation' | 'steps';

/** Points of one line that are drawn at most. */
const MOST = 1500;

/** Every so many-th point of a run, first and last always. */
function places(count: number, most: number): number[] {
  const stride = Math.max(1, Math.ceil(count / most));
  const chosen = Array.from({ length: Math.ceil(count / stride) }, (_, i) => i * stride);
  if (count > 0 && chosen.at(-1) !== count - 1) chosen.push(count - 1);
  return chosen;
}

/** One table a run, as uPlot joins them: across, best, and mean when asked for. */
export function tablesOf(histories: readonly History[], across: Across, withMeans: boolean, most = MOST): number[][][] {
  return histories.map((history) => {
    const chosen = places(history.generation.length, most);
    const columns = [history[across], history.best, ...(withMeans ? [history.mean] : [])];
    return columns.map((column) => chosen.map((i) => column[i] as number));
  });
}
