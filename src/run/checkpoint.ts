import { type ChampionHistoryState, createChampionHistory } from './champion-history.ts';
import { createLearningCurve } from './learning-curve.ts';
import { type Replay, replayOf } from './replay.ts';
import type { Generation, RunState } from './run.ts';
import type { VitalSigns } from './vital-signs.ts';

/** A run between two generations: all that it takes to go on with it elsewhere, and to show what came before. */
export interface Checkpoint {
  state: RunState;
  /** How long it has been learning, pauses left out. */
  seconds: number;
  /** What became of generations, as columns by name: `generation`, evenly spread from 0, and as many others as are kept. */
  history: Readonly<Record<string, readonly number[]>>;
  champions: ChampionHistoryState;
  /** The champion that holds the record; null before the first. */
  best: Replay | null;
}

/** Keeps what checkpoints of a run are made of. */
export interface CheckpointBuilder {
  /** With its vital signs, where they are known: they become columns of the history. */
  take(generation: Generation, signs?: VitalSigns): void;
  checkpoint(seconds: number): Checkpoint;
}

/** Less than a page keeps to show: a checkpoint is written every few seconds. */
const ROOM = { entries: 512, numbers: 250_000 };
const MOST_POINTS = 4096;

type Column = Exclude<keyof VitalSigns, 'generation'> | 'evaluations' | 'steps';

/** What becomes of a generation as it is kept; without vital signs best and mean alone. */
const SIGNS = [
  ...(['best', 'mean', 'deviation', 'fitness', 'distance', 'stepSize', 'diversity', 'falls', 'failures'] as const),
  ...(['lifetime', 'saturation', 'noise', 'effort', 'evaluations', 'steps'] as const),
] satisfies Column[];

/** The ledger of a run that begins with this state, or goes on from this checkpoint; `watched` when it is told vital signs. */
export function createCheckpointBuilder(from: RunState | Checkpoint, watched = false): CheckpointBuilder {
  const curve = createLearningCurve<Column>(watched ? SIGNS : ['best', 'mean'], MOST_POINTS);
  const championHistory = createChampionHistory(ROOM);
  let state = 'champions' in from ? from.state : from;
  let best = 'champions' in from ? from.best : null;
  if ('champions' in from) {
    curve.restore(from.history);
    championHistory.restore(from.champions);
  }
  return {
    take(whole, signs) {
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
