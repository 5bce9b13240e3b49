import { exponent, scale } from './binary.ts';

const LN2_HIGH = 0.6931471803691238; // 33 bits: a whole number below 2^20 times this is exact
const LN2_LOW = 1.9082149292705877e-10;
const ROUND = 6755399441055744; // 1.5 * 2^52: adding and subtracting it rounds to a whole number

/** e to the power of x, within 1 ulp (fdlibm's e_exp.c). */
export function exp(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Number.POSITIVE_INFINITY : x;
  if (x < -745.1332191019411) return 0;
  const k = x * 1.4426950408889634 + ROUND - ROUND;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  return scale(1 - (low - expTerm(high - low) - high), k);
}

/** Natural logarithm, within 1 ulp; NaN below 0 and -infinity at 0 (fdlibm's e_log.c). */
export function log(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN;
  let m = x;
  let k = 0;
  if (m < 2.2250738585072014e-308) {
    m *= 18014398509481984; // 2^54, which makes it a normal number
    k = -54;
  }
  const e = exponent(m);
  m *= scale(1, -e);
  k += e;
  if (m > 1.4142135623730951) {
    m *= 0.5;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r =
    w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373)) +
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
}

/** Hyperbolic tangent, within 1 ulp, small x included. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < 0.55) {
    // Rational in x^2 (Moshier 1989, Cephes tanh.c).
    const z = x * x;
    const p = -1614.6876844170845 + z * (-99.28772310019185 + z * -0.9643991794250523);
    const q = 4844.063053251255 + z * (2235.4883906010045 + z * (112.81167849163293 + z));
    return size < 1e-8 ? x : x + x * z * (p / q);
  }
  if (!(size < 22)) return size >= 22 ? (x < 0 ? -1 : 1) : x;
  // 1 - 2 / (e^2x + 1), with the rounding error of each operation carried along.
  const k = 2 * size * 1.4426950408889634 + ROUND - ROUND;
  const high = 2 * size - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const t = low - expTerm(high - low);
  const less = t - high;
  const e = 1 - less;
  const eLost = 1 - e - less + (less + high - t);
  const sum = scale(e, k) + 1;
  const sumLost = scale(e, k) - sum + 1 + scale(eLost, k);
  const share = 2 / sum;
  const y = 1 - share;
  const value = y + (1 - y - share + 0.5 * share * share * sumLost);
  return x < 0 ? -value : value;
}

/** e^r - 1 - r, |r| <= ln 2 / 2 (fdlibm's e_exp.c). */
function expTerm(r: number): number {
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  return (r * c) / (2 - c);
}
