import { computed, type ReadonlySignal } from '@preact/signals';
import { resolvedAt, withSetting } from '../../run/amend.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { RunRecord } from './run-record.ts';

/** The number of the current run's next generation, and the experiment with which it will begin. */
export function nextSettings(current: ReadonlySignal<RunRecord>): {
  nextGeneration: ReadonlySignal<number>;
  nextExperiment: ReadonlySignal<Experiment>;
} {
  const nextGeneration = computed(() => (current.value.latest.value?.generation ?? -1) + 1);
  const appliedCount = computed(
    () => current.value.experiment.value.amendments.filter((each) => each.generation <= nextGeneration.value).length,
  );
  const nextExperiment = computed(() => {
    void appliedCount.value;
    const resolved = resolvedAt(current.value.experiment.value, nextGeneration.peek());
    const pending = Object.entries(current.value.pending.value);
    return pending.reduce((of, [path, value]) => withSetting(of, path, value), resolved);
  });
  return { nextGeneration, nextExperiment };
}
