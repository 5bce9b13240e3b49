import type { int } from './int.ts';

/** tql2 (names as there): leaves the eigenvalues in d and the eigenvectors in the rows of v. `rotations` has room for 2 n numbers. */
export function diagonalize(v: Float64Array, d: Float64Array, e: Float64Array, rotations: Float64Array, n: int): void {
  for (let i = 1; i < n; i++) e[i - 1] = e[i]!;
  e[n - 1] = 0;
  let shift = 0.0;
  let size = 0.0;
  for (let l = 0; l < n; l++) {
    size = Math.max(size, Math.abs(d[l]!) + Math.abs(e[l]!));
    const small = size * 2.220446049250313e-16;
    let m = l;
    while (m < n - 1 && Math.abs(e[m]!) > small) m++;
    while (m > l && Math.abs(e[l]!) > small) {
      const g = d[l]!;
      const el = e[l]!;
      const slope = (d[l + 1]! - g) / (2 * el);
      const r = slope < 0 ? -Math.sqrt(slope * slope + 1) : Math.sqrt(slope * slope + 1);
      d[l] = el / (slope + r);
      d[l + 1] = el * (slope + r);
      const h = g - d[l]!;
      for (let i = l + 2; i < n; i++) d[i] = d[i]! - h;
      shift += h;
      sweep(v, d, e, rotations, l, m, n);
    }
    d[l] = d[l]! + shift;
    e[l] = 0;
  }
}

/** One implicit QL step between l and m. `rotations` receives the cosine and the sine of each rotation. */
function sweep(
  v: Float64Array,
  d: Float64Array,
  e: Float64Array,
  rotations: Float64Array,
  l: int,
  m: int,
  n: int,
): void {
  const dl1 = d[l + 1]!;
  const el1 = e[l + 1]!;
  let p = d[m]!;
  let c = 1.0;
  let c2 = 1.0;
  let c3 = 1.0;
  let s = 0.0;
  let s2 = 0.0;
  for (let i = m - 1; i >= l; i--) {
    c3 = c2;
    c2 = c;
    s2 = s;
    const ei = e[i]!;
    const di = d[i]!;
    const g = c * ei;
    const h = c * p;
    const r = Math.sqrt(p * p + ei * ei);
    e[i + 1] = s * r;
    s = ei / r;
    c = p / r;
    p = c * di - s * g;
    d[i + 1] = h + s * (c * g + s * di);
    rotations[2 * (i - l)] = c;
    rotations[2 * (i - l) + 1] = s;
  }
  rotate(v, rotations, l, m, n);
  p = (-s * s2 * c3 * el1 * e[l]!) / dl1;
  e[l] = s * p;
  d[l] = c * p;
}

/** Rotates rows m and m - 1 of v by the last of the rotations, and so on down to rows l + 1 and l by the first. */
function rotate(v: Float64Array, rotations: Float64Array, l: int, m: int, n: int): void {
  let i = m - 1;
  for (; i - 3 >= l; i -= 4) rotateFourTimes(v, rotations, 2 * (i - 3 - l), (i - 3) * n, n);
  for (; i > l; i -= 2) rotateTwice(v, rotations, 2 * (i - 1 - l), (i - 1) * n, n);
  if (i < l) return;
  const c = rotations[0]!;
  const s = rotations[1]!;
  for (let k = l * n; k < (l + 1) * n; k++) {
    const x = v[k + n]!;
    const y = v[k]!;
    v[k + n] = s * y + c * x;
    v[k] = c * y - s * x;
  }
}

/**
 * Two rotations at once: of the third and second of three rows from `row` on, then of the second and first. The row they share
 * is read only once.
 */
function rotateTwice(v: Float64Array, rotations: Float64Array, at: int, row: int, n: int): void {
  const c2 = rotations[at]!;
  const s2 = rotations[at + 1]!;
  const c = rotations[at + 2]!;
  const s = rotations[at + 3]!;
  for (let k = row; k < row + n; k++) {
    const x = v[k + n + n]!;
    const y = v[k + n]!;
    const z = v[k]!;
    const between = c * y - s * x;
    v[k + n + n] = s * y + c * x;
    v[k + n] = s2 * z + c2 * between;
    v[k] = c2 * z - s2 * between;
  }
}

/** Four rotations at once, of five rows from `row` on: the three rows between are read only once. */
function rotateFourTimes(v: Float64Array, rotations: Float64Array, at: int, row: int, n: int): void {
  const c4 = rotations[at]!;
  const s4 = rotations[at + 1]!;
  const c3 = rotations[at + 2]!;
  const s3 = rotations[at + 3]!;
  const c2 = rotations[at + 4]!;
  const s2 = rotations[at + 5]!;
  const c1 = rotations[at + 6]!;
  const s1 = rotations[at + 7]!;
  for (let e = row; e < row + n; e++) {
    const d = e + n;
    const c = d + n;
    const b = c + n;
    const a = b + n;
    const x = v[a]!;
    const y = v[b]!;
    const z = v[c]!;
    const u = v[d]!;
    const w = v[e]!;
    const first = c1 * y - s1 * x;
    const second = c2 * z - s2 * first;
    const third = c3 * u - s3 * second;
    v[a] = s1 * y + c1 * x;
    v[b] = s2 * z + c2 * first;
    v[c] = s3 * u + c3 * second;
    v[d] = s4 * w + c4 * third;
    v[e] = c4 * w - s4 * third;
  }
}
