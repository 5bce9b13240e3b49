const DOUBLE = new Float64Array(1);
const BITS = new BigInt64Array(DOUBLE.buffer);

/** Place of a number among all doubles in order; 0 and -0 both at 0. */
function place(x: number): bigint {
  DOUBLE[0] = x;
  const bits = BITS[0] as bigint;
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/** How many doubles a and b lie apart: 0 when they are the same to the bit, Infinity when one is NaN or only the sign of 0 differs. */
export function ulps(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (Number.isNaN(a) || Number.isNaN(b) || a === b) return Number.POSITIVE_INFINITY;
  const apart = Number(place(a) - place(b));
  return Math.abs(apart);
}
