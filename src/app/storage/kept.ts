import * as v from 'valibot';
import { resolvedAt, withSetting } from '../../run/amend.ts';
import { isAmendable } from '../../run/amendments.ts';
import { bodyOf, parseExperiment } from '../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../run/experiment-schema.ts';
import { words } from './words.ts';

/** Each save replaces the one before the last. */
export type SaveSlot = 0 | 1;

/** A kept run as it is listed. */
export interface Kept {
  id: string;
  /** The viewer's name for it; empty for none. */
  name: string;
  isPinned: boolean;
  /** With every amendment made so far. */
  experiment: Experiment;
  /** Changes that take effect in the next generation. */
  pending: Readonly<Record<string, SettingValue>>;
  /** The next generation. */
  generation: number;
  /** The farthest any champion came, metres; NaN when not known. */
  best: number;
  /** How long it has been learning. */
  seconds: number;
  /** Bytes of its newest file. */
  size: number;
  /** When it was saved, milliseconds since 1970. */
  saved: number;
  slot: SaveSlot;
  /** Removed for good when the page is next opened, or when there is no room. */
  isDeleted: boolean;
}

/** Maximum length of a run's name, characters. */
export const MAX_NAME_LENGTH = 40;

/** What a kept run is called in sentences. */
export const keptName = ({ name, experiment }: Pick<Kept, 'name' | 'experiment'>): string =>
  name || experiment.title || words.your(bodyOf(experiment).title);

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const flag = v.fallback(v.boolean(), false);

/** What the run cannot do without is required; the rest has a fallback. Unknown keys are left out. */
const storedRun = v.object({
  id: v.string(),
  name: v.fallback(v.string(), ''),
  isPinned: flag,
  experiment: v.record(v.string(), v.unknown()),
  pending: v.fallback(v.record(v.string(), v.unknown()), {}),
  generation: wholeNumber,
  best: v.fallback(v.number(), Number.NaN),
  seconds: v.fallback(v.pipe(v.number(), v.finite()), 0),
  size: wholeNumber,
  saved: v.pipe(v.number(), v.finite()),
  slot: v.picklist([0, 1]),
  isDeleted: flag,
});

/** Those of the changes that the run can take. */
function usablePending(experiment: Experiment, generation: number, pending: Record<string, unknown>): Kept['pending'] {
  if (Object.keys(pending).length === 0) return {};
  let next = resolvedAt(experiment, generation);
  const usable: Record<string, SettingValue> = {};
  for (const [path, value] of Object.entries(pending)) {
    try {
      if (!isAmendable(next, path)) continue;
      next = withSetting(next, path, value as SettingValue);
      usable[path] = value as SettingValue;
    } catch {
      // Out of range, or of another type: the run goes on without this change.
    }
  }
  return usable;
}

/** A kept run from storage, checked and complete; undefined when it is none: other versions of this page may store other things. */
export function parseKept(value: unknown): Kept | undefined {
  const { success, output } = v.safeParse(storedRun, value);
  if (!success) return undefined;
  try {
    const experiment = parseExperiment(output.experiment);
    return { ...output, experiment, pending: usablePending(experiment, output.generation, output.pending) };
  } catch {
    return undefined;
  }
}

/** How many kept runs without a name or pin there may be. */
const MOST = 12;

/** The oldest runs beyond `most`, of those that have no name, are not pinned and are open in no tab. */
export function surplus(runs: readonly Kept[], isHeld: (id: string) => boolean, most = MOST): Kept[] {
  return runs
    .filter(({ name, isPinned, isDeleted, id }) => name === '' && !isPinned && !isDeleted && !isHeld(id))
    .toSorted((a, b) => b.saved - a.saved)
    .slice(most);
}
