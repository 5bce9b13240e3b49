import type { RunRecord } from '../../session/run-record.ts';
import { words } from './words.ts';

/** The name of a run: as the user named it, or its title, or its number. */
export const runName = ({ id, name, experiment }: RunRecord): string =>
  name.value || experiment.value.title || words.run(id);

/** A list of names as English text. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
