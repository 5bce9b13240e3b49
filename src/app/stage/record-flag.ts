import { metres } from '../amounts.ts';
import type { Session } from '../session/session.ts';

/** Distance of the record flag, metres; no flag below one metre and for the jump task. */
export function flagDistance({ best, experiment }: Pick<Session, 'best' | 'experiment'>): number | undefined {
  const far = best.value;
  return far !== undefined && far >= 1 && experiment.value.task.name !== 'jump' ? far : undefined;
}

/** The text of the flag. */
export const flagWords = (distance: number | undefined): string => (distance === undefined ? '' : metres(distance));
