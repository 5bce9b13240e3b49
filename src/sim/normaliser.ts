import type { Moments } from '../math/stats.ts';

/** Lower bound of a variance: channels that hardly change are not amplified. */
const VARIANCE_FLOOR = 0.01;
/** Normalised observations are clipped to this many standard deviations (Salimans et al. 2017). */
const CLIP = 5;

/**
 * Centres and scales observations by the given statistics, which it does not change. Copies them when there are no
 * statistics, or of fewer than two observations.
 */
export function createNormaliser(statistics: Moments | null): (from: Float64Array, to: Float64Array) => void {
  if (statistics === null || statistics.count < 2) return (from, to) => to.set(from);
  const { count, mean, squares } = statistics;
  const centre = Float64Array.from(mean);
  const scale = Float64Array.from(squares, (s) => 1 / Math.sqrt(Math.max(s / (count - 1), VARIANCE_FLOOR)));
  return (from, to) => {
    for (let i = 0; i < to.length; i++) {
      const z = (from[i]! - centre[i]!) * scale[i]!;
      to[i] = Math.max(-CLIP, Math.min(z, CLIP));
    }
  };
}
