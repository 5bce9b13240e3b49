import { tanh } from '../../math/portable.ts';

/** Number of parameters of a dense layer: weights and biases. */
export const denseCount = (inputs: number, outputs: number) => inputs * outputs + outputs;

/** A fully connected layer: y = tanh(x W + b), with the parameters in the order of `affine`. */
export function dense(weights: Float64Array, at: number, x: Float64Array, y: Float64Array): void {
  affine(weights, at, x, y);
  for (let j = 0; j < y.length; j++) y[j] = tanh(y[j]!);
}

/**
 * Weighted sums: y = x W + b. The parameters start at index `at`: first W, where the weight from input i to output j is
 * at i * outputs + j, then b. Policies of other programs use the same order.
 */
export function affine(weights: Float64Array, at: number, x: Float64Array, y: Float64Array): void {
  const inputs = x.length;
  const outputs = y.length;
  const bias = at + inputs * outputs;
  let j = 0;
  // Four sums at a time, for speed. Each adds its terms in the order of the inputs.
  for (; j + 3 < outputs; j += 4) {
    let a = weights[bias + j]!;
    let b = weights[bias + j + 1]!;
    let c = weights[bias + j + 2]!;
    let d = weights[bias + j + 3]!;
    for (let i = 0, w = at + j; i < inputs; i++, w += outputs) {
      const xi = x[i]!;
      a += xi * weights[w]!;
      b += xi * weights[w + 1]!;
      c += xi * weights[w + 2]!;
      d += xi * weights[w + 3]!;
    }
    y[j] = a;
    y[j + 1] = b;
    y[j + 2] = c;
    y[j + 3] = d;
  }
  for (; j < outputs; j++) {
    let sum = weights[bias + j]!;
    for (let i = 0, w = at + j; i < inputs; i++, w += outputs) sum += x[i]! * weights[w]!;
    y[j] = sum;
  }
}
