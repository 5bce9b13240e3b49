/** Arithmetic mean; NaN of nothing. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** Standard deviation of a sample (divided by n - 1); 0 of fewer than two values. */
export function deviation(values: ArrayLike<number>): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const d = (values[i] as number) - centre;
    sum += d * d;
  }
  return Math.sqrt(sum / (values.length - 1));
}

/** The value below which a share `q` in [0, 1] of the values lies, linear between neighbours; NaN of nothing. */
export function quantile(values: ArrayLike<number>, q: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const place = Math.min(Math.max(q, 0), 1) * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return place === below ? low : low + (place - below) * (high - low);
}

/** The middle value. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/** What is known of a stream of vectors without keeping them; two that saw different parts of it merge into one. */
export interface Moments {
  /** Vectors seen. */
  count: number;
  /** Mean of each component. */
  mean: Float64Array;
  /** Sum of squared deviations from the mean of each component. */
  squares: Float64Array;
}

/** Moments of no vector yet, of `size` components. */
export function emptyMoments(size: number): Moments {
  return { count: 0, mean: new Float64Array(size), squares: new Float64Array(size) };
}

/** Takes one more vector into `moments`, in place (Welford 1962). */
export function observe(moments: Moments, x: ArrayLike<number>): void {
  const { mean, squares } = moments;
  moments.count += 1;
  const share = 1 / moments.count;
  for (let i = 0; i < mean.length; i++) {
    const value = x[i] as number;
    const before = value - (mean[i] as number);
    const centre = (mean[i] as number) + before * share;
    mean[i] = centre;
    squares[i] = (squares[i] as number) + before * (value - centre);
  }
}

/**
 * The moments of what `a` and `b` saw together; neither is touched (Chan, Golub & LeVeque 1979).
 * Merging in another order changes the last bits: merge in the order of indices, never of arrival.
 */
export function merge(a: Moments, b: Moments): Moments {
  const count = a.count + b.count;
  const size = a.mean.length;
  if (b.mean.length !== size)
    throw new RangeError(`moments of ${size} and of ${b.mean.length} components do not merge`);
  const merged = { count, mean: a.mean.slice(), squares: a.squares.slice() };
  if (b.count === 0) return merged;
  for (let i = 0; i < size; i++) {
    const delta = (b.mean[i] as number) - (a.mean[i] as number);
    merged.mean[i] = (a.mean[i] as number) + (delta * b.count) / count;
    merged.squares[i] =
      (a.squares[i] as number) + (b.squares[i] as number) + (delta * delta * a.count * b.count) / count;
  }
  return merged;
}

/** Variance of each component (divided by n - 1); zeros while fewer than two vectors were seen. */
export function variance({ count, squares }: Moments): Float64Array {
  return squares.map((sum) => (count < 2 ? 0 : sum / (count - 1)));
}
