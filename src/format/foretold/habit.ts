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
  const dot = (a: Float64Array, b: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += (a[i] as number) * (b[i] as number);
    return sum;
  };
  return {
    guess: (felt) => Float64Array.from(weights, (row) => dot(row, felt)),
    learn(felt, guess, real) {
      const gain = Float64Array.from(covariance, (row) => dot(row, felt));
      const spread = 1 + dot(gain, felt);
      weights.forEach((row, output) => {
        const error = ((real[output] as number) - (guess[output] as number)) / spread;
        for (let i = 0; i < size; i++) row[i] = (row[i] as number) + error * (gain[i] as number);
      });
      covariance.forEach((row, k) => {
        const share = (gain[k] as number) / spread;
        for (let i = 0; i < size; i++) row[i] = (row[i] as number) - share * (gain[i] as number);
      });
    },
  };
}
