const BITS = 200n;
const ONE = 1n << BITS;

/** e^x for x = m / 2^200, |x| < 50, also in units of 2^-200: Taylor series of x / 256, squared 8 times. */
function exponential(m: bigint): bigint {
  let term = ONE;
  let sum = ONE;
  for (let k = 1n; term !== 0n; k++) {
    term = ((term * m) >> (BITS + 8n)) / k;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = (sum * sum) >> BITS;
  return sum;
}

/** Error of a value for tanh(m / 2^40), in units of its last place; for 2^20 < m < 2^45. */
export function tanhError(m: number, value: number): number {
  const e = exponential(BigInt(m) << (BITS - 39n));
  const truth = ((e - ONE) << BITS) / (e + ONE);
  const error = (BigInt(value * 2 ** 100) << (BITS - 100n)) - truth;
  return Math.abs(Number(error)) / 2 ** (200 + Math.floor(Math.log2(value)) - 52);
}
