import type { Resimulated } from '../../run/resimulate.ts';

/**
 * Until which second of the shown episode the activations of its brain are known. Activations come from the resimulation:
 * they are known throughout when that is shown, and for a recording as long as both are the same. 0: not at all.
 */
export function knownUntil({
  verified,
  isRecorded,
  differsAt,
}: Pick<Resimulated, 'verified' | 'isRecorded' | 'differsAt'>): number {
  if (verified || !isRecorded || (differsAt && differsAt.test > 0)) return Number.POSITIVE_INFINITY;
  return differsAt ? differsAt.second - 1 : 0;
}
