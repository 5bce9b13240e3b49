/** planck's clamp: a value within bounds as it is, with its sign of zero. */
export function clamp(value: number, low: number, high: number): number {
  if (value < low) return low;
  if (value > high) return high;
  return value;
}
