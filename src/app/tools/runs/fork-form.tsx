import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { bodies } from '../../../creature/bodies.ts';
import { optimizers } from '../../../evo/optimizers.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { type ForkChanges, forkFault, forkOf } from '../../../run/fork.ts';
import { tasks } from '../../../sim/tasks.ts';
import type { RunRecord } from '../../session/run-record.ts';
import { reasonOf } from '../../widgets/error-sentence.ts';
import { SentenceText } from '../../widgets/file-text.tsx';
import { ExperimentChoice } from './experiment-choice.tsx';
import { words } from './words.ts';

export interface ForkFormProps {
  run: RunRecord;
  /** The generation that is suggested. */
  from: number;
  fork(experiment: Experiment, generation: number): void;
  cancel(): void;
}

/** Chooses the generation to fork from and the changes. Options that do not fit the brain are disabled, with the reason. */
export function ForkForm({ run, from, fork, cancel }: ForkFormProps) {
  const id = useId();
  const generation = useSignal(from);
  const keeps = useSignal(true);
  const changes = useSignal<ForkChanges>({});
  const trouble = useSignal('');
  const experiment = run.experiment.value;
  const last = run.championHistory.entries.at(-1)?.generation ?? 0;
  const entry = run.championHistory.at(generation.value);
  if (entry === undefined) return null;

  const faultOf = (more: ForkChanges) => {
    if (!keeps.value) return '';
    try {
      return forkFault(experiment, entry, { ...changes.value, ...more });
    } catch (error) {
      return reasonOf(error);
    }
  };
  const choice = (path: string, label: string, entries: Record<string, { title: string }>, now: string) => (
    <ExperimentChoice
      label={label}
      entries={entries}
      value={String(changes.value[path] ?? now)}
      faultOf={(name) => (name === now ? '' : faultOf({ [path]: name }))}
      choose={(name) => {
        const { [path]: _old, ...others } = changes.value;
        changes.value = name === now ? others : { ...others, [path]: name };
      }}
    />
  );
  const submit = (event: Event) => {
    event.preventDefault();
    try {
      fork(forkOf(experiment, entry, changes.value, keeps.value), entry.generation);
    } catch (error) {
      trouble.value = reasonOf(error);
    }
  };
  const pick = (value: number) => {
    if (Number.isFinite(value)) generation.value = Math.max(0, Math.min(last, Math.round(value)));
  };
  const { body, task, optimizer, seed } = experiment;
  return (
    <form class="fork" onSubmit={submit} aria-label={words.fork}>
      <div class="fork-from">
        <label for={`${id}-from`}>{words.fromGeneration}</label>
        <input
          type="range"
          tabIndex={-1}
          aria-hidden="true"
          min={0}
          max={Math.max(1, last)}
          value={generation.value}
          onInput={({ currentTarget }) => pick(currentTarget.valueAsNumber)}
        />
        <input
          id={`${id}-from`}
          type="number"
          inputMode="numeric"
          min={0}
          max={last}
          value={generation.value}
          onChange={({ currentTarget }) => {
            pick(currentTarget.valueAsNumber);
            currentTarget.value = String(generation.value);
          }}
        />
      </div>
      <div class="fork-fields">
        {choice('task.name', words.task, tasks, task.name)}
        {choice('body', words.body, bodies, typeof body === 'string' ? body : '')}
        {choice('optimizer.name', words.optimizer, optimizers, optimizer.name)}
        <div class="field">
          <label for={`${id}-seed`}>{words.seedLabel}</label>
          <input
            id={`${id}-seed`}
            type="number"
            inputMode="numeric"
            min={0}
            max={4294967295}
            step={1}
            value={Number(changes.value.seed ?? seed)}
            onChange={({ currentTarget }) => {
              const { valid } = currentTarget.validity;
              if (valid && currentTarget.value !== '')
                changes.value = { ...changes.value, seed: currentTarget.valueAsNumber };
              else currentTarget.value = String(changes.value.seed ?? seed);
            }}
          />
        </div>
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={keeps.value}
          onChange={({ currentTarget }) => {
            keeps.value = currentTarget.checked;
          }}
        />
        {words.keeps}
      </label>
      <p class="note">{keeps.value ? words.keepsSenses : words.keepsAbout}</p>
      <p class="fault" role="alert">
        <SentenceText text={trouble.value || faultOf({})} />
      </p>
      <div class="actions">
        <button type="submit" class="primary" disabled={faultOf({}) !== ''}>
          {words.go}
        </button>
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
