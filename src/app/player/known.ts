import type { Resimulated } from '../../run/resimulate.ts';

/**
 * Up to which second of what is shown it is known what went on in its brain: all of it for a life that was just lived, and as
 * far as that is the same for a recording. 0 for not at all.
 */
export function knownUpTo({
  verified,
  isRecorded,
  differsAt: partsAt,
}: Pick<Resimulated, 'verified' | 'isRecorded' | 'differsAt'>): number {
  if (verified || !isRecorded || (partsAt && partsAt.test > 0)) return Number.POSITIVE_INFINITY;
  return partsAt ? partsAt.second - 1 : 0;
}
