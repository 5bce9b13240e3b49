import { metres } from '../amounts.ts';
import type { Session } from '../session/session.ts';

/** Position of the record flag, metres, and its text; no flag below one metre and for the jump task. */
export function recordFlag({ best, experiment }: Session): [distance: number | undefined, words: string] {
  const far = best.value;
  const isFar = far !== undefined && far >= 1 && experiment.value.task.name !== 'jump';
  return isFar ? [far, metres(far)] : [undefined, ''];
}
