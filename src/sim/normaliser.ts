import { type Moments, mean as meanOf } from '../math/stats.ts';

/** Lower bound of a variance: channels that hardly change are not amplified. */
const VARIANCE_FLOOR = 0.01;
/** Normalised observations are clipped to this many standard deviations (Salimans et al. 2017). */
const CLIP = 5;

/**
/**
 * Statistics in which each channel has the moments of its whole group, merged (Chan, Golub & LeVeque 1983).
 * @param groups a group number for each channel.
 */
function pooled({ count, mean, squares }: Moments, groups: readonly number[]): Moments {
  const all = groups.map((_, i) => i);
  const overGroup = (of: (i: number, channel: number) => number) =>
    mean.map((_, channel) => meanOf(all.filter((i) => groups[i] === groups[channel]).map((i) => of(i, channel))));
  const centre = overGroup((i) => mean[i]!);
  const spread = overGroup((i, channel) => {
    const difference = mean[i]! - centre[channel]!;
    return squares[i]! + count * difference * difference;
  });
  return { count, mean: centre, squares: spread };
}

/**
 * Centres and scales observations by the given statistics, which it does not change. Copies them when there are no
 * statistics, or of fewer than two observations.
 * @param groups a group number for each channel, if the members of a group have to be normalised by the same statistics.
 */
export function createNormaliser(
  statistics: Moments | null,
  groups?: readonly number[],
): (from: Float64Array, to: Float64Array) => void {
  if (statistics === null || statistics.count < 2) return (from, to) => to.set(from);
  const { count, mean, squares } = groups ? pooled(statistics, groups) : statistics;
  const centre = Float64Array.from(mean);
  const scale = Float64Array.from(squares, (s) => 1 / Math.sqrt(Math.max(s / (count - 1), VARIANCE_FLOOR)));
  return (from, to) => {
    for (let i = 0; i < to.length; i++) {
      const z = (from[i]! - centre[i]!) * scale[i]!;
      to[i] = Math.max(-CLIP, Math.min(z, CLIP));
    }
  };
}
