import { type Moments, mean as meanOf } from '../math/stats.ts';

/** Variances below this are taken as this, so that channels that hardly move are not blown up. */
const VARIANCE_FLOOR = 0.01;
/** Normalised observations stay within this many deviations (Salimans et al. 2017). */
const CLIP = 5;

/**
 * Statistics in which each sense has seen what any of its group saw: the groups' moments merged (Chan, Golub & LeVeque 1983).
 * @param groups a group number for each sense.
 */
function pooled({ count, mean, squares }: Moments, groups: readonly number[]): Moments {
  const all = groups.map((_, i) => i);
  const overGroup = (of: (i: number, sense: number) => number) =>
    mean.map((_, sense) => meanOf(all.filter((i) => groups[i] === groups[sense]).map((i) => of(i, sense))));
  const centre = overGroup((i) => mean[i] as number);
  const spread = overGroup((i, sense) => {
    const away = (mean[i] as number) - (centre[sense] as number);
    return (squares[i] as number) + count * away * away;
  });
  return { count, mean: centre, squares: spread };
}

/**
 * Centres and scales an observation by statistics that stay as they are; without any it copies.
 * @param alike a group number for each sense, where senses that take each other's places have to be treated alike.
 */
export function createNormaliser(
  statistics: Moments | null,
  alike?: readonly number[],
): (from: Float64Array, to: Float64Array) => void {
  if (statistics === null || statistics.count < 2) return (from, to) => to.set(from);
  const { count, mean, squares } = alike ? pooled(statistics, alike) : statistics;
  const centre = Float64Array.from(mean);
  const scale = Float64Array.from(squares, (s) => 1 / Math.sqrt(Math.max(s / (count - 1), VARIANCE_FLOOR)));
  return (from, to) => {
    for (let i = 0; i < to.length; i++) {
      const z = ((from[i] as number) - (centre[i] as number)) * (scale[i] as number);
      to[i] = Math.max(-CLIP, Math.min(z, CLIP));
    }
  };
}
