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

/** A bent valley: least at (1, ..., 1). */
export const rosenbrock: Landscape = (x) =>
  sum(x, (value, i) => {
    if (i === x.length - 1) return 0;
    const turn = (x[i + 1] as number) - value * value;
    return 100 * turn * turn + (1 - value) * (1 - value);
  });
