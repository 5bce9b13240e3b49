import { type ReadonlySignal, signal } from '@preact/signals';
import type { RunRecord } from './run-record.ts';

/** Runs that were left, the latest first: to be compared with, and to go on with. */
export interface RecentRuns {
  readonly runs: ReadonlySignal<readonly RunRecord[]>;
  /** Takes one in that was left; the oldest that is not pinned goes when there are too many. */
  keep(run: RunRecord): void;
  take(run: RunRecord): void;
  /** The same, given back where it lay by what it returns. */
  forget(run: RunRecord): () => void;
}

/** As many as one can tell apart. */
const MOST = 8;
/** Whoever goes earlier has left nothing to come back to. */
const LEAST_GENERATIONS = 3;

type Kept = Pick<RunRecord, 'isPinned' | 'latest'>;

/** What is on the shelf when another run is left. */
export function toRecentRun<Run extends Kept>(runs: readonly Run[], run: Run, most = MOST): readonly Run[] {
  const generations = (run.latest.value?.generation ?? -1) + 1;
  if (generations < LEAST_GENERATIONS && !run.isPinned.value) return runs;
  const all = [run, ...runs];
  if (all.length <= most) return all;
  const oldest = all.findLastIndex((each, i) => i > 0 && !each.isPinned.value);
  return all.toSpliced(oldest < 0 ? all.length - 1 : oldest, 1);
}

export function createRecentRuns(): RecentRuns {
  const runs = signal<readonly RunRecord[]>([]);
  const take = (run: RunRecord) => {
    runs.value = runs.value.filter((each) => each !== run);
  };
  return {
    runs,
    keep(run) {
      runs.value = toRecentRun(runs.value, run);
    },
    take,
    forget(run) {
      const place = runs.value.indexOf(run);
      take(run);
      return () => {
        if (!runs.value.includes(run)) runs.value = runs.value.toSpliced(Math.max(0, place), 0, run);
      };
    },
  };
}
