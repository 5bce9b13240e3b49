import { tanh } from '../../math/portable.ts';

/** Number of knobs of one dense layer: weights and biases. */
export const denseCount = (inputs: number, outputs: number) => inputs * outputs + outputs;

/**
 * One fully connected layer, y = tanh(x W + b). `at` is where it starts in `weights`: W row-major by input
 * (index input * outputs + output), then b, the order policies of other programs come in.
 */
export function dense(weights: Float64Array, at: number, x: Float64Array, y: Float64Array): void {
  const inputs = x.length;
  const outputs = y.length;
  const bias = at + inputs * outputs;
  for (let j = 0; j < outputs; j++) y[j] = weights[bias + j] as number;
  let w = at;
  for (let i = 0; i < inputs; i++) {
    const xi = x[i] as number;
    for (let j = 0; j < outputs; j++) y[j] = (y[j] as number) + xi * (weights[w++] as number);
  }
  for (let j = 0; j < outputs; j++) y[j] = tanh(y[j] as number);
}
