import { computed, type ReadonlySignal } from '@preact/signals';
import { resolvedAt, withAmendment, withSetting } from '../../run/amend.ts';
import type { Experiment, SettingValue } from '../../run/experiment-schema.ts';
import { MEMORY_LIMITS, memoryFault } from '../../run/memory.ts';
import { sizeFault } from '../../run/size-fault.ts';
import type { RunRecord } from './run-record.ts';

/** The generation that a run comes to next. */
const nextOf = ({ latest }: RunRecord) => (latest.value?.generation ?? -1) + 1;

/** A run's experiment, with the changes that take effect in its next generation as an amendment. */
export function withPending(run: RunRecord): Experiment {
  const [experiment, changes] = [run.experiment.value, run.pending.value];
  if (Object.keys(changes).length === 0) return experiment;
  return withAmendment(experiment, { generation: nextOf(run), changes });
}

/** Throws an Error that gives the numbers, after `source`, when a run of the experiment needs more memory than a page may take. */
export function checkPageMemory(experiment: Experiment, source = ''): void {
  const fault = memoryFault(experiment, MEMORY_LIMITS.page);
  if (fault !== '') throw new Error(`${source}${fault}`);
}

/** Throws an Error that says why a setting cannot be changed from the next generation on. */
export function checkChange(now: Experiment, path: string, value: SettingValue): void {
  const changed = withSetting(now, path, value);
  const fault = sizeFault(changed);
  if (fault !== '') throw new Error(fault);
  checkPageMemory(changed);
}

/** The experiment that the next generation of the current run will have. */
export function nextSettings(current: ReadonlySignal<RunRecord>): ReadonlySignal<Experiment> {
  const next = computed(() => nextOf(current.value));
  const appliedCount = computed(
    () => current.value.experiment.value.amendments.filter((each) => each.generation <= next.value).length,
  );
  return computed(() => {
    void appliedCount.value;
    const resolved = resolvedAt(current.value.experiment.value, next.peek());
    const pending = Object.entries(current.value.pending.value);
    return pending.reduce((of, [path, value]) => withSetting(of, path, value), resolved);
  });
}
