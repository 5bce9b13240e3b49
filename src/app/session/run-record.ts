import { batch, type Signal, signal } from '@preact/signals';
import { withAmendment } from '../../run/amend.ts';
import { type ChampionHistory, createChampionHistory } from '../../run/champion-history.ts';
import type { Checkpoint } from '../../run/checkpoint.ts';
import type { Amendment, Experiment, SettingValue } from '../../run/experiment-schema.ts';
import type { GenerationSummary } from '../../run/run-host.ts';
import { createHistory, type History } from './history.ts';
import { measureOf } from './measure.ts';

/** The generation of another run whose champion a fork starts with. */
export interface Parent {
  run: number;
  generation: number;
}

/** The state of one run on the page, current or earlier. */
export interface RunRecord {
  /** The number of the run in this visit, from 1. */
  readonly id: number;
  readonly parent: Parent | undefined;
  /** The viewer's name for it; empty for none. */
  readonly name: Signal<string>;
  /** Whether it stays in the list of recent runs. */
  readonly isPinned: Signal<boolean>;
  readonly experiment: Signal<Experiment>;
  readonly latest: Signal<GenerationSummary | undefined>;
  /** The farthest distance of any champion, metres. */
  readonly best: Signal<number | undefined>;
  /** The generation of that champion; undefined for none, and when it is not known of a restored run. */
  readonly bestGeneration: Signal<number | undefined>;
  /** Requested changes that are not in effect yet. */
  readonly pending: Signal<Readonly<Record<string, SettingValue>>>;
  readonly history: History;
  readonly championHistory: ChampionHistory;
  /** From which the run continues; undefined for the current run, or if unknown. */
  readonly checkpoint: Signal<Checkpoint | undefined>;
  /** The changes that are pending if the run continues from a checkpoint with this experiment. */
  pendingAfter(saved: Experiment): Readonly<Record<string, SettingValue>>;
  /** `pace` in control steps a second. */
  addGeneration(generation: GenerationSummary, pace: number): void;
  addAmendment(amendment: Amendment): void;
  /** Sets the checkpoint. Changes made after it become pending again. */
  setCheckpoint(checkpoint: Checkpoint): void;
}

export function createRunRecord(id: number, from: Experiment, parent?: Parent): RunRecord {
  const experiment = signal(from);
  const latest = signal<GenerationSummary | undefined>(undefined);
  const best = signal<number | undefined>(undefined);
  const bestGeneration = signal<number | undefined>(undefined);
  const pending = signal<Readonly<Record<string, SettingValue>>>({});
  const checkpoint = signal<Checkpoint | undefined>(undefined);
  const pendingAfter = (saved: Experiment) => {
    const { amendments: own } = experiment.value;
    const changesOf = (amendments: readonly Amendment[]) =>
      Object.assign({}, ...amendments.map(({ changes }) => changes)) as Record<string, SettingValue>;
    // The checkpoint may be newer than the last message that arrived.
    const applied = changesOf(saved.amendments.slice(own.length));
    const wanted = { ...changesOf(own.slice(saved.amendments.length)), ...pending.value };
    return Object.fromEntries(Object.entries(wanted).filter(([path, value]) => applied[path] !== value));
  };
  const history = createHistory();
  const championHistory = createChampionHistory();
  return {
    id,
    parent,
    name: signal(''),
    isPinned: signal(false),
    experiment,
    latest,
    best,
    bestGeneration,
    pending,
    history,
    championHistory,
    checkpoint,
    pendingAfter,
    addGeneration(generation, pace) {
      const { champion } = generation;
      const test = champion?.tests[0];
      if (champion && test) {
        const measure = measureOf(experiment.value, test, champion.recording);
        if (measure > (best.value ?? 0)) {
          batch(() => {
            best.value = measure;
            bestGeneration.value = generation.generation;
          });
        }
      }
      if (champion) championHistory.add(champion, generation.isRecord);
      const { signs, evaluations, steps } = generation;
      history.add({ ...signs, evaluations, steps, pace });
      latest.value = generation;
    },
    addAmendment(amendment) {
      const { changes } = amendment;
      batch(() => {
        experiment.value = withAmendment(experiment.value, amendment);
        const left = Object.entries(pending.value).filter(([path, value]) => changes[path] !== value);
        pending.value = Object.fromEntries(left);
      });
    },
    setCheckpoint(checkpointed) {
      batch(() => {
        pending.value = pendingAfter(checkpointed.state.experiment);
        experiment.value = checkpointed.state.experiment;
        checkpoint.value = checkpointed;
      });
    },
  };
}
