import type { Moments } from '../math/stats.ts';

/** Variances below this are taken as this, so that channels that hardly move are not blown up. */
const VARIANCE_FLOOR = 0.01;
/** Normalised observations stay within this many deviations (Salimans et al. 2017). */
const CLIP = 5;

/** Centres and scales an observation by statistics that stay as they are; without any it copies. */
export function createNormaliser(statistics: Moments | null): (from: Float64Array, to: Float64Array) => void {
  if (statistics === null || statistics.count < 2) return (from, to) => to.set(from);
  const { count, mean, squares } = statistics;
  const centre = Float64Array.from(mean);
  const scale = Float64Array.from(squares, (s) => 1 / Math.sqrt(Math.max(s / (count - 1), VARIANCE_FLOOR)));
  return (from, to) => {
    for (let i = 0; i < to.length; i++) {
      const z = ((from[i] as number) - (centre[i] as number)) * (scale[i] as number);
      to[i] = Math.max(-CLIP, Math.min(z, CLIP));
    }
  };
}
