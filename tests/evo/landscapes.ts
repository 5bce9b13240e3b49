/** Test functions to be minimised, with their least value 0. */
export type Landscape = (x: ArrayLike<number>) => number;

const sum = (x: ArrayLike<number>, term: (value: number, i: number) => number) => {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += term(x[i] as number, i);
  return total;
};

/** Round. */
export const sphere: Landscape = (x) => sum(x, (value) => value * value);

/** A thousand times longer than wide. */
export const ellipsoid: Landscape = (x) => sum(x, (value, i) => 10 ** ((6 * i) / (x.length - 1)) * value * value);

/** Long in one direction. */
export const cigar: Landscape = (x) => sum(x, (value, i) => (i === 0 ? 1 : 1e6) * value * value);

/** Short in one direction. */
export const tablet: Landscape = (x) => sum(x, (value, i) => (i === 0 ? 1e6 : 1) * value * value);

/** The flatter the nearer, in each direction more. */
export const differentPowers: Landscape = (x) =>
  sum(x, (value, i) => Math.abs(value) ** (2 + (10 * i) / (x.length - 1)));

/** A bent valley: least at (1, ..., 1). */
export const rosenbrock: Landscape = (x) =>
  sum(x, (value, i) => {
    if (i === x.length - 1) return 0;
    const turn = (x[i + 1] as number) - value * value;
    return 100 * turn * turn + (1 - value) * (1 - value);
  });

/** A bowl full of dents. */
export const rastrigin: Landscape = (x) => sum(x, (value) => value * value + 10 - 10 * Math.cos(2 * Math.PI * value));

/** The same landscape, turned about every pair of axes. */
export const turned =
  (landscape: Landscape): Landscape =>
  (x) => {
    const y = Array.from(x);
    for (let i = 0; i < y.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [y[i] as number, y[j] as number];
        y[i] = 0.8 * a - 0.6 * b;
        y[j] = 0.6 * a + 0.8 * b;
      }
    }
    return landscape(y);
  };
