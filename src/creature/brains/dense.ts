import { tanh } from '../../math/portable.ts';

/** Number of knobs of one dense layer: weights and biases. */
export const denseCount = (inputs: number, outputs: number) => inputs * outputs + outputs;

/** One fully connected layer, y = tanh(x W + b), its weights as `affine` reads them. */
export function dense(weights: Float64Array, at: number, x: Float64Array, y: Float64Array): void {
  affine(weights, at, x, y);
  for (let j = 0; j < y.length; j++) y[j] = tanh(y[j] as number);
}

/**
 * Weighted sums, y = x W + b. `at` is where it starts in `weights`: W row-major by input
 * (index input * outputs + output), then b, the order policies of other programs come in.
 */
export function affine(weights: Float64Array, at: number, x: Float64Array, y: Float64Array): void {
  const inputs = x.length;
  const outputs = y.length;
  const bias = at + inputs * outputs;
  let j = 0;
  // Four sums at a time, kept in registers: each still adds its terms in the order of the inputs.
  for (; j + 3 < outputs; j += 4) {
    let a = weights[bias + j] as number;
    let b = weights[bias + j + 1] as number;
    let c = weights[bias + j + 2] as number;
    let d = weights[bias + j + 3] as number;
    for (let i = 0, w = at + j; i < inputs; i++, w += outputs) {
      const xi = x[i] as number;
      a += xi * (weights[w] as number);
      b += xi * (weights[w + 1] as number);
      c += xi * (weights[w + 2] as number);
      d += xi * (weights[w + 3] as number);
    }
    y[j] = a;
    y[j + 1] = b;
    y[j + 2] = c;
    y[j + 3] = d;
  }
  for (; j < outputs; j++) {
    let sum = weights[bias + j] as number;
    for (let i = 0, w = at + j; i < inputs; i++, w += outputs) sum += (x[i] as number) * (weights[w] as number);
    y[j] = sum;
  }
}
