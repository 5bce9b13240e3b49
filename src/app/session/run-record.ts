import { batch, type Signal, signal } from '@preact/signals';
import { withAmendment } from '../../run/amend.ts';
import { type ChampionHistory, createChampionHistory } from '../../run/champion-history.ts';
import type { Checkpoint } from '../../run/checkpoint.ts';
import type { Amendment, Experiment, SettingValue } from '../../run/experiment-schema.ts';
import type { GenerationSummary } from '../../run/run-host.ts';
import { createHistory, type History } from './history.ts';
import { measureOf } from './measure.ts';

/** The generation of another run that a run began with. */
export interface Parent {
  run: number;
  generation: number;
}

/** All that the page knows of one run, whether it goes on or was left. */
export interface RunRecord {
  /** Counts the runs of this visit, from 1. */
  readonly id: number;
  readonly parent: Parent | undefined;
  /** What the viewer calls it; empty for its number. */
  readonly name: Signal<string>;
  /** It stays whatever comes after it. */
  readonly isPinned: Signal<boolean>;
  readonly experiment: Signal<Experiment>;
  readonly latest: Signal<GenerationSummary | undefined>;
  /** The farthest any champion came, metres. */
  readonly best: Signal<number | undefined>;
  /** Changes that no generation was begun with yet. */
  readonly pending: Signal<Readonly<Record<string, SettingValue>>>;
  readonly history: History;
  readonly championHistory: ChampionHistory;
  /** Where it was left, to go on from; undefined while it goes on, or when that is not known. */
  readonly checkpoint: Signal<Checkpoint | undefined>;
  /** What would have to wait for the next generation if it went on from where its experiment was this. */
  waiting(kept: Experiment): Readonly<Record<string, SettingValue>>;
  /** With the pace it came at, control steps a second. */
  take(generation: GenerationSummary, pace: number): void;
  amend(amendment: Amendment): void;
  /** It was left here: what no generation was finished with waits again. */
  stand(checkpoint: Checkpoint): void;
}

export function createRunRecord(id: number, from: Experiment, parent?: Parent): RunRecord {
  const experiment = signal(from);
  const latest = signal<GenerationSummary | undefined>(undefined);
  const best = signal<number | undefined>(undefined);
  const pending = signal<Readonly<Record<string, SettingValue>>>({});
  const checkpoint = signal<Checkpoint | undefined>(undefined);
  const waiting = (kept: Experiment) => {
    const mine = experiment.value.amendments;
    const changesOf = (amendments: readonly Amendment[]) =>
      Object.assign({}, ...amendments.map(({ changes }) => changes)) as Record<string, SettingValue>;
    // It may be of a generation that was lived since, but not told.
    const made = changesOf(kept.amendments.slice(mine.length));
    const wanted = { ...changesOf(mine.slice(kept.amendments.length)), ...pending.value };
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
    waiting,
    take(generation, pace) {
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
    amend(amendment) {
      const { changes } = amendment;
      batch(() => {
        experiment.value = withAmendment(experiment.value, amendment);
        const left = Object.entries(pending.value).filter(([path, value]) => changes[path] !== value);
        pending.value = Object.fromEntries(left);
      });
    },
    stand(left) {
      batch(() => {
        pending.value = waiting(left.state.experiment);
        experiment.value = left.state.experiment;
        checkpoint.value = left;
      });
    },
  };
}
