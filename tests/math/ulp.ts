const DOUBLE = new Float64Array(1);
const BITS = new BigInt64Array(DOUBLE.buffer);

/** Index of a number among all doubles in order; 0 and -0 both have index 0. */
function indexOf(x: number): bigint {
  DOUBLE[0] = x;
  const bits = BITS[0]!;
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** Number of doubles from a to b: 0 when they have the same bits, Infinity when one is NaN or only the sign of 0 differs. */
export function ulps(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (Number.isNaN(a) || Number.isNaN(b) || a === b) return Number.POSITIVE_INFINITY;
  const apart = Number(indexOf(a) - indexOf(b));
  return Math.abs(apart);
}
