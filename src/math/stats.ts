/** Arithmetic mean; NaN for no values. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Standard deviation of a sample (divided by n - 1); 0 for fewer than two values. */
export function deviation(values: ArrayLike<number>): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const d = values[i]! - centre;
    sum += d * d;
  }
  return Math.sqrt(sum / (values.length - 1));
}

/** The q-quantile, q in [0, 1], interpolated linearly between neighbours; NaN for no values. */
export function quantile(values: ArrayLike<number>, q: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const position = Math.min(Math.max(q, 0), 1) * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return position === below ? low : low + (position - below) * (high - low);
}

/** The median; NaN for no values. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/** Running mean and variance of a stream of vectors. Moments of two parts of a stream can be merged. */
export interface Moments {
  /** Number of vectors. */
  count: number;
  /** Mean of each component. */
  mean: Float64Array;
  /** Sum of squared deviations from the mean of each component. */
  squares: Float64Array;
}

/** Moments of no vectors, with `size` components. */
export function emptyMoments(size: number): Moments {
  return { count: 0, mean: new Float64Array(size), squares: new Float64Array(size) };
}

/** Adds one vector to `moments`, in place (Welford 1962). */
export function observe(moments: Moments, x: ArrayLike<number>): void {
  const { mean, squares } = moments;
  moments.count += 1;
  const share = 1 / moments.count;
  for (let i = 0; i < mean.length; i++) {
    const value = x[i]!;
    const before = value - mean[i]!;
    const centre = mean[i]! + before * share;
    mean[i] = centre;
    squares[i]! += before * (value - centre);
  }
}

/**
 * Moments of the vectors of `a` and `b` together, as a new object (Chan, Golub & LeVeque 1979).
 * The order of merging changes the last bits: merge in the order of indices, never in the order of arrival.
 * Throws a RangeError when the numbers of components differ.
 */
export function merge(a: Moments, b: Moments): Moments {
  const count = a.count + b.count;
  const size = a.mean.length;
  if (b.mean.length !== size)
    throw new RangeError(`moments of ${size} and of ${b.mean.length} components do not merge`);
  const merged = { count, mean: a.mean.slice(), squares: a.squares.slice() };
  if (b.count === 0) return merged;
  for (let i = 0; i < size; i++) {
    const delta = b.mean[i]! - a.mean[i]!;
    merged.mean[i] = a.mean[i]! + (delta * b.count) / count;
    merged.squares[i] = a.squares[i]! + b.squares[i]! + (delta * delta * a.count * b.count) / count;
  }
  return merged;
}

/** Variance of each component (divided by n - 1); zeros for fewer than two vectors. */
export function variance({ count, squares }: Moments): Float64Array {
  return squares.map((sum) => (count < 2 ? 0 : sum / (count - 1)));
}
