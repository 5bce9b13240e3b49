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

/** All that the page knows of one run, the current one or an earlier one. */
export interface RunRecord {
  /** The number of the run in this visit, from 1. */
  readonly id: number;
  readonly parent: Parent | undefined;
  /** The viewer's name for it; empty for none. */
  readonly name: Signal<string>;
  /** It stays in the list of recent runs. */
  readonly isPinned: Signal<boolean>;
  readonly experiment: Signal<Experiment>;
  readonly latest: Signal<GenerationSummary | undefined>;
  /** The farthest distance of any champion, metres. */
  readonly best: Signal<number | undefined>;
  /** Requested changes with which no generation has begun yet. */
  readonly pending: Signal<Readonly<Record<string, SettingValue>>>;
  readonly history: History;
  readonly championHistory: ChampionHistory;
  /** Where to continue from; undefined for the current run, or when not known. */
  readonly checkpoint: Signal<Checkpoint | undefined>;
  /** The changes that would be pending if the run continued from a checkpoint with this experiment. */
  pendingAfter(kept: Experiment): Readonly<Record<string, SettingValue>>;
  /** `pace` in control steps a second. */
  addGeneration(generation: GenerationSummary, pace: number): void;
  addAmendment(amendment: Amendment): void;
  /** Sets where to continue from: changes made after it are pending again. */
  setCheckpoint(checkpoint: Checkpoint): void;
}

export function createRunRecord(id: number, from: Experiment, parent?: Parent): RunRecord {
  const experiment = signal(from);
  const latest = signal<GenerationSummary | undefined>(undefined);
  const best = signal<number | undefined>(undefined);
  const pending = signal<Readonly<Record<string, SettingValue>>>({});
  const checkpoint = signal<Checkpoint | undefined>(undefined);
  const pendingAfter = (saved: Experiment) => {
    const mine = experiment.value.amendments;
    const changesOf = (amendments: readonly Amendment[]) =>
      Object.assign({}, ...amendments.map(({ changes }) => changes)) as Record<string, SettingValue>;
    // The checkpoint may be of a generation whose message has not arrived.
    const made = changesOf(saved.amendments.slice(mine.length));
    const wanted = { ...changesOf(mine.slice(saved.amendments.length)), ...pending.value };
    return Object.fromEntries(Object.entries(wanted).filter(([path, value]) => made[path] !== value));
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
        if (measure > (best.value ?? 0)) best.value = measure;
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
