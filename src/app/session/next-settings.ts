import { computed, type ReadonlySignal } from '@preact/signals';
import { resolvedAt, withSetting } from '../../run/amend.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { RunRecord } from './run-record.ts';

/** The generation to come of the run on the page, and the experiment as it will have it. */
export function nextSettings(current: ReadonlySignal<RunRecord>): {
  next: ReadonlySignal<number>;
  now: ReadonlySignal<Experiment>;
} {
  const next = computed(() => (current.value.latest.value?.generation ?? -1) + 1);
  const dueCount = computed(
    () => current.value.experiment.value.amendments.filter((each) => each.generation <= next.value).length,
  );
  const now = computed(() => {
    void dueCount.value;
    const standing = resolvedAt(current.value.experiment.value, next.peek());
    const pending = Object.entries(current.value.pending.value);
    return pending.reduce((of, [path, value]) => withSetting(of, path, value), standing);
  });
  return { next, now };
}
