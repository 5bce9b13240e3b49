import { type int, toInt } from './int.ts';

const TAU = 6.283185307179586;
/** Angles of more radians are first reduced modulo TAU, which costs as much accuracy as one ulp of the angle. */
const FAR = 800000;
const ROUND = 6755399441055744.0; // 1.5 * 2^52: adding and subtracting it rounds to a whole number

/** Sine of x radians, within 1 ulp for |x| < 800,000. */
export function sin(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.7853981633974483) {
    const z = x * x;
    return size < 1e-8 ? x : x + z * x * (z * sinSeries(z) - 0.16666666666666632);
  }
  const n = x * 0.6366197723675814 + ROUND - ROUND;
  const r = x - n * 1.5707963267341256; // pi/2 to 33 bits: the product is exact
  const w = n * 6.077100506506192e-11; // the rest of pi/2
  const y = r - w;
  if (!(size < FAR && Math.abs(y) > size * 1.6e-5)) return reduceAccurately(x, 0);
  const value = (toInt(n) & 1) !== 0 ? cosKernel(y, r - y - w) : sinKernel(y, r - y - w);
  return (toInt(n) & 2) !== 0 ? -value : value;
}

/** Cosine of x radians, within 1 ulp for |x| < 800,000. */
export function cos(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.7853981633974483) return cosKernel(x, 0);
  const n = x * 0.6366197723675814 + ROUND - ROUND;
  const r = x - n * 1.5707963267341256;
  const w = n * 6.077100506506192e-11;
  const y = r - w;
  if (!(size < FAR && Math.abs(y) > size * 1.6e-5)) return reduceAccurately(x, 1);
  const value = (toInt(n) & 1) !== 0 ? sinKernel(y, r - y - w) : cosKernel(y, r - y - w);
  return ((toInt(n) + 1) & 2) !== 0 ? -value : value;
}

/**
 * Writes radius * cos(angle) and radius * sin(angle) to row[at] and row[at + 1], with the same bits as `cos` and `sin`. Faster:
 * the angle is reduced once, and there is no branch on the quadrant, which a processor cannot predict for random angles.
 */
export function polar(radius: number, angle: number, row: Float64Array, at: int): void {
  const size = Math.abs(angle);
  const n = angle * 0.6366197723675814 + ROUND - ROUND;
  const r = angle - n * 1.5707963267341256;
  const w = n * 6.077100506506192e-11;
  const y = r - w;
  if (!(size > 0.7853981633974483 && size < FAR && Math.abs(y) > size * 1.6e-5)) {
    row[at] = radius * cos(angle);
    row[at + 1] = radius * sin(angle);
    return;
  }
  const odd = toInt(n) & 1;
  row[at + odd] = radius * (1 - (toInt(n) & 2)) * cosKernel(y, r - y - w);
  row[at + 1 - odd] = radius * (1 - ((toInt(n) + odd) & 2)) * sinKernel(y, r - y - w);
}

/**
 * Writes the sine and the cosine of x to row[at] and row[at + 1], with the same bits as `sin` and `cos`. Faster: the angle is
 * reduced once.
 */
export function sinCos(x: number, row: Float64Array, at: int): void {
  const size = Math.abs(x);
  if (size <= 0.7853981633974483) {
    const z = x * x;
    row[at] = size < 1e-8 ? x : x + z * x * (z * sinSeries(z) - 0.16666666666666632);
    row[at + 1] = cosKernel(x, 0);
    return;
  }
  const n = x * 0.6366197723675814 + ROUND - ROUND;
  const r = x - n * 1.5707963267341256;
  const w = n * 6.077100506506192e-11;
  const y = r - w;
  if (!(size < FAR && Math.abs(y) > size * 1.6e-5)) {
    row[at] = sin(x);
    row[at + 1] = cos(x);
    return;
  }
  const s = sinKernel(y, r - y - w);
  const c = cosKernel(y, r - y - w);
  const isOdd = (toInt(n) & 1) !== 0;
  row[at] = (toInt(n) & 2) !== 0 ? -(isOdd ? c : s) : isOdd ? c : s;
  row[at + 1] = ((toInt(n) + 1) & 2) !== 0 ? -(isOdd ? s : c) : isOdd ? s : c;
}

/** sin(x + shift * pi/2) for the rare x that need more digits of pi: close to a multiple of pi/2, very large, or not finite. */
function reduceAccurately(x: number, shift: int): number {
  if (x - x !== 0) return Number.NaN;
  if (Math.abs(x) >= FAR) return shift === 0 ? sin(x % TAU) : cos(x % TAU);
  const n = x * 0.6366197723675814 + ROUND - ROUND;
  const a = x - n * 1.5707963267341256;
  const aLost = n * 6.077100506303966e-11;
  const b = a - aLost;
  const bLost = n * 2.0222662487111665e-21 - (a - b - aLost);
  const c = b - bLost;
  const w = n * 8.4784276603689e-32 - (b - c - bLost);
  const y = c - w;
  const quadrant = toInt(n) + shift;
  const value = (quadrant & 1) !== 0 ? cosKernel(y, c - y - w) : sinKernel(y, c - y - w);
  return (quadrant & 2) !== 0 ? -value : value;
}

/** sin(x + tail), |x| <= pi/4 (k_sin.c). */
function sinKernel(x: number, tail: number): number {
  const z = x * x;
  const v = z * x;
  return x - (z * (0.5 * tail - v * sinSeries(z)) - tail + v * 0.16666666666666632);
}

/** (sin x - x + x^3 / 6) / x^5 of z = x^2. */
function sinSeries(z: number): number {
  return (
    0.00833333333332249 +
    z * (-0.0001984126982985795 + z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)))
  );
}

/** cos(x + tail), |x| <= pi/4 (k_cos.c as in FreeBSD). */
function cosKernel(x: number, tail: number): number {
  const z = x * x;
  const r =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (2.480158728947673e-5 +
              z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * tail));
}

/** Angle in (-pi/2, pi/2) whose tangent is x (s_atan.c). */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (size < 0.4375) return size < 1e-8 ? x : x - x * atanSeries(x);
  let t = 0;
  let y = 0;
  if (size < 0.6875) {
    t = (2 * size - 1) / (2 + size);
    y = 0.4636476090008061 - (t * atanSeries(t) - 2.2698777452961687e-17 - t);
  } else if (size < 1.1875) {
    t = (size - 1) / (size + 1);
    y = 0.7853981633974483 - (t * atanSeries(t) - 3.061616997868383e-17 - t);
  } else if (size < 2.4375) {
    t = (size - 1.5) / (1 + 1.5 * size);
    y = 0.982793723247329 - (t * atanSeries(t) - 1.3903311031230998e-17 - t);
  } else {
    t = -1 / size;
    y = 1.5707963267948966 - (t * atanSeries(t) - 6.123233995736766e-17 - t);
  }
  return x < 0 ? -y : y;
}

/** (x - atan x) / x, |x| < 7/16. */
function atanSeries(x: number): number {
  const z = x * x;
  const w = z * z;
  return (
    z *
      (0.3333333333333293 +
        w *
          (0.14285714272503466 +
            w *
              (0.09090887133436507 +
                w * (0.06661073137387531 + w * (0.049768779946159324 + w * 0.016285820115365782))))) +
    w *
      (-0.19999999999876483 +
        w *
          (-0.11111110405462356 + w * (-0.0769187620504483 + w * (-0.058335701337905735 + w * -0.036531572744216916))))
  );
}

/** Angle of the point (x, y) from the x axis, in [-pi, pi] (e_atan2.c). */
export function atan2(y: number, x: number): number {
  if (x !== x || y !== y) return Number.NaN;
  const left = x < 0 || Object.is(x, -0);
  if (y === 0) return left ? (Object.is(y, -0) ? -Math.PI : Math.PI) : y;
  const rise = Math.abs(y);
  const run = Math.abs(x);
  const steep = rise === run ? 0.7853981633974483 : atan(rise / run); // also for infinity / infinity
  const angle = left ? Math.PI - (steep - 1.2246467991473532e-16) : steep;
  return y < 0 ? -angle : angle;
}
