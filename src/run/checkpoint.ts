import { type ChampionHistoryState, createChampionHistory } from './champion-history.ts';
import { createLearningCurve } from './learning-curve.ts';
import { type Replay, replayOf } from './replay.ts';
import type { Generation, RunState } from './run.ts';
import type { VitalSigns } from './vital-signs.ts';

/** A run between two generations: all that is needed to resume it, and to show its history. */
export interface Checkpoint {
  state: RunState;
  /** Seconds of learning so far, without pauses. */
  seconds: number;
  /** Columns by name: `generation`, evenly spaced from 0, and the data of each. */
  history: Readonly<Record<string, readonly number[]>>;
  champions: ChampionHistoryState;
  /** The champion that holds the record; null before the first. */
  best: Replay | null;
}

/** Collects what the checkpoints of a run contain. */
export interface CheckpointBuilder {
  /** With vital signs, if known: they become columns of the history. */
  add(generation: Generation, signs?: VitalSigns): void;
  checkpoint(seconds: number): Checkpoint;
}

/** Less than what a page keeps in memory, because a checkpoint is written every few seconds. */
const LIMITS = { entries: 512, numbers: 250_000 };
const MAX_POINTS = 4096;

type Column = Exclude<keyof VitalSigns, 'generation'> | 'evaluations' | 'steps';

/** Columns of the history; without vital signs only best and mean. */
const SIGNS = [
  ...(['best', 'mean', 'deviation', 'fitness', 'distance', 'stepSize', 'diversity', 'falls', 'failures'] as const),
  ...(['lifetime', 'saturation', 'noise', 'effort', 'evaluations', 'steps', 'gait', 'passing', 'alternation'] as const),
  ...(['duty', 'flight', 'froude', 'costOfTransport'] as const),
] satisfies Column[];

/** The builder of a run that starts from a state or resumes from a checkpoint; `hasSigns` if `add` is given vital signs. */
export function createCheckpointBuilder(from: RunState | Checkpoint, hasSigns = false): CheckpointBuilder {
  const curve = createLearningCurve<Column>(hasSigns ? SIGNS : ['best', 'mean'], MAX_POINTS);
  const championHistory = createChampionHistory(LIMITS);
  let state = 'champions' in from ? from.state : from;
  let best = 'champions' in from ? from.best : null;
  if ('champions' in from) {
    curve.restore(from.history);
    championHistory.restore(from.champions);
  }
  return {
    add(whole, signs) {
      const { champion, isRecord, generation, evaluations, steps } = whole;
      state = whole.state;
      curve.add({ ...signs, generation, best: whole.best, mean: whole.mean, evaluations, steps });
      if (champion) championHistory.add(champion, isRecord);
      if (champion && isRecord) best = replayOf(state.experiment, champion);
    },
    checkpoint: (seconds) => ({
      state,
      seconds,
      history: curve.columns,
      champions: { entries: championHistory.entries, records: championHistory.records, stride: championHistory.stride },
      best,
    }),
  };
}
