/** A test function to be minimised; its minimum is 0. */
export type Landscape = (x: ArrayLike<number>) => number;

const sum = (x: ArrayLike<number>, term: (value: number, i: number) => number) => {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += term(x[i]!, i);
  return total;
};

/** Condition number 1. */
export const sphere: Landscape = (x) => sum(x, (value) => value * value);

/** Axis ratio 1000. */
export const ellipsoid: Landscape = (x) => sum(x, (value, i) => 10 ** ((6 * i) / (x.length - 1)) * value * value);

/** Condition number 1e6: one flat direction. */
export const cigar: Landscape = (x) => sum(x, (value, i) => (i === 0 ? 1 : 1e6) * value * value);

/** Condition number 1e6: one steep direction. */
export const tablet: Landscape = (x) => sum(x, (value, i) => (i === 0 ? 1e6 : 1) * value * value);

/** Powers from 2 to 12. */
export const differentPowers: Landscape = (x) =>
  sum(x, (value, i) => Math.abs(value) ** (2 + (10 * i) / (x.length - 1)));

/** A curved valley; its minimum is at (1, ..., 1). */
export const rosenbrock: Landscape = (x) =>
  sum(x, (value, i) => {
    if (i === x.length - 1) return 0;
    const bend = x[i + 1]! - value * value;
    return 100 * bend * bend + (1 - value) * (1 - value);
  });

/** Many local minima. */
export const rastrigin: Landscape = (x) => sum(x, (value) => value * value + 10 - 10 * Math.cos(2 * Math.PI * value));

/** The same landscape, rotated about every pair of axes. */
export const rotated =
  (landscape: Landscape): Landscape =>
  (x) => {
    const y = Array.from(x);
    for (let i = 0; i < y.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [y[i]!, y[j]!];
        y[i] = 0.8 * a - 0.6 * b;
        y[j] = 0.6 * a + 0.8 * b;
      }
    }
    return landscape(y);
  };
