import { parseExperiment } from '../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../run/experiment-schema.ts';

/** Each save takes the place of the one before the last. */
export type SaveSlot = 0 | 1;

/** A kept run as it is listed. */
export interface Kept {
  id: string;
  /** What the viewer calls it; empty for none. */
  name: string;
  isPinned: boolean;
  /** With every amendment made so far. */
  experiment: Experiment;
  /** Changes that wait for the generation to come. */
  pending: Readonly<Record<string, SettingValue>>;
  /** The generation to come. */
  generation: number;
  /** The farthest any champion came, metres; NaN when that is not known. */
  best: number;
  /** How long it has been learning. */
  seconds: number;
  /** Bytes of its newest file. */
  size: number;
  /** When it was saved, milliseconds since 1970. */
  saved: number;
  slot: SaveSlot;
  /** It goes for good when the page is next opened, or when there is no room. */
  isDeleted: boolean;
}

/** Whether what was stored is a kept run: other versions of this page may have stored something else. */
export function isKept(value: unknown): value is Kept {
  const { id, name, generation, size, saved, slot, experiment } = (value ?? {}) as Partial<Kept>;
  const isShaped =
    [id, name].every((each) => typeof each === 'string') &&
    [generation, size, saved].every((each) => typeof each === 'number') &&
    (slot === 0 || slot === 1);
  try {
    return isShaped && parseExperiment(experiment) !== undefined;
  } catch {
    return false;
  }
}

/** Kept runs that nobody named or pinned: as many as one can look through. */
const MOST = 12;

/** Who has to go for there to be room: the oldest of those that nobody named or pinned, and that no tab has. */
export function surplus(runs: readonly Kept[], isHeld: (id: string) => boolean, most = MOST): Kept[] {
  return runs
    .filter(({ name, isPinned, isDeleted, id }) => name === '' && !isPinned && !isDeleted && !isHeld(id))
    .toSorted((a, b) => b.saved - a.saved)
    .slice(most);
}
