import { exponent, scale } from './binary.ts';

/**
 * x to the power of y, within 1 ulp; special values as in `Math.pow`.
 * 2^(y log2 |x|), with the logarithm in two doubles (fdlibm 5.3, e_pow.c).
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return Number.NaN;
  const size = Math.abs(x);
  if (Math.abs(y) === Number.POSITIVE_INFINITY) {
    if (size === 1) return Number.NaN;
    return size > 1 === y > 0 ? Number.POSITIVE_INFINITY : 0;
  }
  const sign = (x < 0 || Object.is(x, -0)) && y % 2 !== 0 && y % 1 === 0 ? -1 : 1;
  if (size === 0 || size === Number.POSITIVE_INFINITY) return sign * (y < 0 ? 1 / size : size);
  if (x < 0 && y % 1 !== 0) return Number.NaN;
  if (size === 1) return sign;
  // At |y| = 1e20 even the doubles next to 1 overflow or underflow; a larger y would overflow in `head`.
  return sign * raise(size, Math.max(-1e20, Math.min(1e20, y)));
}

/** The upper 26 bits of x (Veltkamp 1968): the product of two such numbers is exact. */
function head(x: number): number {
  const t = x * 134217729;
  return t - (t - x);
}

/** a^y for finite a > 0 and finite y. Names ending in H and L are the high and low part of one number. */
function raise(a: number, y: number): number {
  let n = 0;
  let m = a;
  if (m < 2.2250738585072014e-308) {
    m *= 18014398509481984; // 2^54, which makes it a normal number
    n = -54;
  }
  const e = exponent(m);
  m *= scale(1, -e);
  n += e;
  if (m >= 1.7320508075688772) {
    m /= 2;
    n += 1;
  }
  const near = m < 1.224744871391589 ? 1 : 1.5;

  // s = (m - near) / (m + near); log(m / near) = 2s + 2/3 s^3 + ...
  const u = m - near;
  const v = 1 / (m + near);
  const s = u * v;
  const sH = head(s);
  const sumH = head(m + near);
  const sL = v * (u - sH * sumH - sH * (m - (sumH - near)));
  const s2 = s * s;
  const r =
    s2 *
      s2 *
      (0.5999999999999946 +
        s2 *
          (0.4285714285785502 +
            s2 *
              (0.33333332981837743 +
                s2 * (0.272728123808534 + s2 * (0.23066074577556175 + s2 * 0.20697501780033842))))) +
    sL * (sH + s);
  const squareH = sH * sH;
  const cubicH = head(3 + squareH + r);
  const cubicL = r - (cubicH - 3 - squareH);
  const productH = sH * cubicH;
  const productL = sL * cubicH + cubicL * s;
  const pH = head(productH + productL);
  const pL = productL - (pH - productH);

  // log2 a = 2 / (3 ln 2) p + log2 near + n
  const nearH = near === 1 ? 0 : 0.5849624872207642;
  const nearL = near === 1 ? 0 : 1.350039202129749e-8;
  const zH = 0.9617967009544373 * pH;
  const zL = -7.028461650952758e-9 * pH + pL * 0.9617966939259756 + nearL;
  const logH = head(zH + zL + nearH + n);
  const logL = zL - (logH - n - nearH - zH);

  // y log2 a = k + fraction
  const yH = head(y);
  const low = (y - yH) * logH + y * logL;
  let high = yH * logH;
  const power = low + high;
  if (power >= 1024.5) return Number.POSITIVE_INFINITY;
  if (power < -1075) return 0;
  const k = Math.floor(power + 0.5);
  high -= k;
  const t = head(low + high);
  const wH = t * 0.6931471824645996;
  const wL = (low - (t - high)) * 0.6931471805599453 - t * 1.904654299957768e-9;
  const w = wH + wL;
  const lost = wL - (w - wH);
  const ww = w * w;
  const c =
    w -
    ww *
      (0.16666666666666602 +
        ww *
          (-0.0027777777777015593 +
            ww * (6.613756321437934e-5 + ww * (-1.6533902205465252e-6 + ww * 4.1381367970572385e-8))));
  return scale(1 - ((w * c) / (c - 2) - (lost + w * lost) - w), k);
}
