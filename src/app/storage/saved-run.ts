import * as v from 'valibot';
import { resolvedAt, withSetting } from '../../run/amend.ts';
import { isAmendable } from '../../run/amendments.ts';
import { bodyOf, parseExperiment } from '../../run/experiment.ts';
import type { Experiment, SettingValue } from '../../run/experiment-schema.ts';
import { words } from './words.ts';

/** Two files are stored per run; each save replaces the older one. */
export type SaveSlot = 0 | 1;

/** What is stored of a saved run beside its file. */
export interface SavedRun {
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
  /** The farthest distance of any champion, metres; NaN if unknown. */
  best: number;
  /** Duration of learning. */
  seconds: number;
  /** Size of its newest file, bytes. */
  size: number;
  /** Time of the last save, milliseconds since 1970. */
  saved: number;
  slot: SaveSlot;
  /** Deleted by the viewer; removed for good when the page is next opened or storage is full. */
  isDeleted: boolean;
}

/** Maximum length of a run's name, characters. */
export const MAX_NAME_LENGTH = 40;

/** The name of a saved run in messages. */
export const displayName = ({ name, experiment }: Pick<SavedRun, 'name' | 'experiment'>): string =>
  name || experiment.title || words.your(bodyOf(experiment).title);

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const flag = v.fallback(v.boolean(), false);

/** Fields without which the run cannot continue are required; the others have fallbacks. Unknown keys are left out. */
const savedRunSchema = v.object({
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

/** The pending changes that are valid for the run. */
function usablePending(
  experiment: Experiment,
  generation: number,
  pending: Record<string, unknown>,
): SavedRun['pending'] {
  if (Object.keys(pending).length === 0) return {};
  let next = resolvedAt(experiment, generation);
  const usable: Record<string, SettingValue> = {};
  for (const [path, value] of Object.entries(pending)) {
    try {
      if (!isAmendable(next, path)) continue;
      next = withSetting(next, path, value as SettingValue);
      usable[path] = value as SettingValue;
    } catch {
      // Invalid: the run continues without this change.
    }
  }
  return usable;
}

/** Parses a record from storage; undefined if it is not a saved run, since other versions of the page may store other data. */
export function parseSavedRun(value: unknown): SavedRun | undefined {
  const { success, output } = v.safeParse(savedRunSchema, value);
  if (!success) return undefined;
  try {
    const experiment = parseExperiment(output.experiment);
    return { ...output, experiment, pending: usablePending(experiment, output.generation, output.pending) };
  } catch {
    return undefined;
  }
}

/** Maximum number of saved runs without a name or a pin. */
const MAX_RUNS = 12;

/** The oldest runs beyond `most`, among those without a name or a pin that are not open in any tab. */
export function surplus(runs: readonly SavedRun[], isOpen: (id: string) => boolean, maxRuns = MAX_RUNS): SavedRun[] {
  return runs
    .filter(({ name, isPinned, isDeleted, id }) => name === '' && !isPinned && !isDeleted && !isOpen(id))
    .toSorted((a, b) => b.saved - a.saved)
    .slice(maxRuns);
}
