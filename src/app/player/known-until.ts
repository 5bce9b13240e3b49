import type { Resimulated } from '../../run/resimulate.ts';

/**
 * Until which second of the shown episode the activations of its brain are known. Activations come from the resimulation:
 * they are known throughout when that is shown, and for a recording as long as both are the same. 0: not at all.
 */
export function knownUntil({
  verified,
  isRecorded,
  partsAt,
}: Pick<Resimulated, 'verified' | 'isRecorded' | 'partsAt'>): number {
  if (verified || !isRecorded || (partsAt && partsAt.test > 0)) return Number.POSITIVE_INFINITY;
  return partsAt ? partsAt.second - 1 : 0;
}
