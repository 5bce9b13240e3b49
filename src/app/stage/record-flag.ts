import { metres } from '../amounts.ts';
import type { Session } from '../session/session.ts';

/** Where the flag of the farthest so far stands, metres, and what is on it; nowhere while that is no distance to speak of. */
export function recordFlag({ best, experiment }: Session): [distance: number | undefined, words: string] {
  const far = best.value;
  const isFar = far !== undefined && far >= 1 && experiment.value.task.name !== 'jump';
  return isFar ? [far, metres(far)] : [undefined, ''];
}
