import type { RunRecord } from '../../session/run-record.ts';
import { words } from './words.ts';

/** What to call a run: as the viewer does, by its title, or by its number. */
export const runName = ({ id, name, experiment }: RunRecord): string =>
  name.value || experiment.value.title || words.run(id);

/** Several names as one would say them. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
