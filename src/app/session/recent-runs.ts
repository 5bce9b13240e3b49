import { type ReadonlySignal, signal } from '@preact/signals';
import type { RunRecord } from './run-record.ts';

/** Earlier runs of this visit, the latest first. They can be compared and continued. */
export interface RecentRuns {
  readonly runs: ReadonlySignal<readonly RunRecord[]>;
  /** Adds a run. Beyond the maximum number, drops the oldest that is not pinned. */
  add(run: RunRecord): void;
  remove(run: RunRecord): void;
  /** Removes a run. Returns a function that puts it back in its place. */
  removeWithUndo(run: RunRecord): () => void;
}

/** Maximum number of runs: their colours must be distinguishable. */
const MAX_RUNS = 8;
/** Shorter runs are not listed. */
const MIN_GENERATIONS = 3;

type Listed = Pick<RunRecord, 'isPinned' | 'latest'>;

/** The list with `run` added at the front, unless the run is short and not pinned. */
export function toRecentRun<Run extends Listed>(runs: readonly Run[], run: Run, maxRuns = MAX_RUNS): readonly Run[] {
  const generations = (run.latest.value?.generation ?? -1) + 1;
  if (generations < MIN_GENERATIONS && !run.isPinned.value) return runs;
  const all = [run, ...runs];
  if (all.length <= maxRuns) return all;
  const oldest = all.findLastIndex((each, i) => i > 0 && !each.isPinned.value);
  return all.toSpliced(oldest < 0 ? all.length - 1 : oldest, 1);
}

export function createRecentRuns(): RecentRuns {
  const runs = signal<readonly RunRecord[]>([]);
  const remove = (run: RunRecord) => {
    runs.value = runs.value.filter((each) => each !== run);
  };
  return {
    runs,
    add(run) {
      runs.value = toRecentRun(runs.value, run);
    },
    remove,
    removeWithUndo(run) {
      const place = runs.value.indexOf(run);
      remove(run);
      return () => {
        if (!runs.value.includes(run)) runs.value = runs.value.toSpliced(Math.max(0, place), 0, run);
      };
    },
  };
}
