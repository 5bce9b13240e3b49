import type { Experiment, SettingValue } from './experiment-schema.ts';

/** The values that some settings have from a generation on, until the next change. */
export interface SettingsFrom {
  generation: number;
  /** Index of the amendment that set one of them; undefined for the experiment's own settings. */
  amendment: number | undefined;
  /** By path; undefined where the experiment has no such setting. */
  values: ReadonlyMap<string, SettingValue | undefined>;
}

function valueAt(experiment: Experiment, path: string): SettingValue | undefined {
  const [section, key] = path.split('.') as ['optimizer', string];
  return experiment[section][key] as SettingValue | undefined;
}

/**
 * The values of the settings at `paths` in generation `from`, and each later change of one of them. As in `effectiveAt`, the
 * amendment that comes last in the document wins among those that are due. The time is linear in the number of amendments.
 */
export function settingsOverTime(experiment: Experiment, paths: readonly string[], from = 0): SettingsFrom[] {
  const values = new Map(paths.map((path) => [path, valueAt(experiment, path)]));
  const setBy = new Map<string, number>();
  const result: SettingsFrom[] = [{ generation: from, amendment: undefined, values: new Map(values) }];
  const order = experiment.amendments.map((amendment, index) => ({ ...amendment, index }));
  order.sort((a, b) => a.generation - b.generation || a.index - b.index);
  for (const { generation, changes, index } of order) {
    const due = paths.filter((path) => Object.hasOwn(changes, path) && index > (setBy.get(path) ?? -1));
    if (due.length === 0) continue;
    for (const path of due) {
      values.set(path, changes[path]);
      setBy.set(path, index);
    }
    const entry = { generation: Math.max(from, generation), amendment: index, values: new Map(values) };
    if (result.at(-1)?.generation === entry.generation) result.pop();
    result.push(entry);
  }
  return result;
}
