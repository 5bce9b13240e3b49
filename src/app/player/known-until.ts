import type { Resimulated } from '../../run/resimulate.ts';

/**
 * Time of the shown episode up to which the activations of its brain are known, seconds; 0 if they are unknown. Activations
 * come from the resimulation: if a recording is shown instead, they are known as long as both are equal.
 */
export function knownUntil({
  verified,
  isRecorded,
  differsAt,
}: Pick<Resimulated, 'verified' | 'isRecorded' | 'differsAt'>): number {
  if (verified || !isRecorded || (differsAt && differsAt.test > 0)) return Number.POSITIVE_INFINITY;
  return differsAt ? differsAt.second - 1 : 0;
}
