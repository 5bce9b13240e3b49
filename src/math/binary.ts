// Reads and writes the exponent of a double. The order of its two 32-bit words depends on the machine; it is found once.
const DOUBLE = new Float64Array(1);
const WORDS = new Int32Array(DOUBLE.buffer);
DOUBLE[0] = 1;
/** Index of the 32-bit word of a double that holds its sign and exponent, on this machine. */
export const HIGH = WORDS[1] === 0 ? 0 : 1;

// 2^k at index k + 1074, from the smallest positive double, 2^-1074, to the largest power of two, 2^1023.
const POWERS = new Float64Array(2098);
POWERS[1074] = 1;
for (let k = 1075; k < 2098; k++) POWERS[k] = POWERS[k - 1]! * 2;
for (let k = 1073; k >= 0; k--) POWERS[k] = POWERS[k + 1]! / 2;

/** y * 2^k, rounded once; for |y| in [1/4, 4] and whole k in [-1075, 1024]. */
export function scale(y: number, k: number): number {
  if (k > 1023) return y * 2 * 8.98846567431158e307;
  return k < -1074 ? y * 0.5 * 5e-324 : y * POWERS[k + 1074]!;
}

/** e such that 2^e <= |x| < 2^(e+1); x must be normal: not 0, subnormal, infinite or NaN. */
export function exponent(x: number): number {
  DOUBLE[0] = x;
  return ((WORDS[HIGH]! >>> 20) & 0x7ff) - 1023;
}
