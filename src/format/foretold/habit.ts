/** Numbers that follow from others in a way that is learned as they come. */
export interface Habit {
  /** What is likely to follow. */
  guess(felt: Float64Array): Float64Array;
  /** What was guessed of it, and what really followed. */
  learn(felt: Float64Array, guess: Float64Array, real: ArrayLike<number>): void;
}

/** Recursive least squares (Plackett 1950), all outputs by one covariance; it forgets nothing, so it stays bounded. */
export function createHabit(size: number, outputs: number): Habit {
  const covariance = Array.from({ length: size }, (_, i) => new Float64Array(size).fill(1, i, i + 1));
  const weights = Array.from({ length: outputs }, () => new Float64Array(size));
  const gain = new Float64Array(size);
  const dot = (a: Float64Array, b: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += (a[i] as number) * (b[i] as number);
    return sum;
  };
  const add = (row: Float64Array, share: number) => {
    for (let i = 0; i < size; i++) row[i] = (row[i] as number) + share * (gain[i] as number);
  };
  return {
    guess: (felt) => Float64Array.from(weights, (row) => dot(row, felt)),
    learn(felt, guess, real) {
      for (let i = 0; i < size; i++) gain[i] = dot(covariance[i] as Float64Array, felt);
      const spread = 1 + dot(gain, felt);
      for (let o = 0; o < outputs; o++) {
        add(weights[o] as Float64Array, ((real[o] as number) - (guess[o] as number)) / spread);
      }
      for (let i = 0; i < size; i++) add(covariance[i] as Float64Array, -(gain[i] as number) / spread);
    },
  };
}
