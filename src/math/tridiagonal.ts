import type { int } from './int.ts';

/**
 * Reduces a symmetric matrix to tridiagonal form by Householder reflections (EISPACK's tred2), in place.
 *
 * @param v n x n by rows: on entry the matrix (only the upper triangle is read), on return the orthogonal transformation.
 * @param d receives the diagonal.
 * @param e receives the off-diagonal: e[i] is the entry between i - 1 and i.
 */
export function tridiagonalize(v: Float64Array, d: Float64Array, e: Float64Array, n: int): void {
  for (let j = 0; j < n; j++) d[j] = v[j * n + n - 1]!;
  for (let i = n - 1; i > 0; i--) {
    let scale = 0.0;
    for (let k = 0; k < i; k++) scale += Math.abs(d[k]!);
    let h = 0.0;
    if (scale === 0) {
      e[i] = d[i - 1]!;
      for (let j = 0; j < i; j++) {
        d[j] = v[j * n + i - 1]!;
        v[j * n + i] = 0;
        v[i * n + j] = 0;
      }
    } else {
      for (let k = 0; k < i; k++) {
        const x = d[k]! / scale;
        d[k] = x;
        h += x * x;
      }
      const last = d[i - 1]!;
      const root = last > 0 ? -Math.sqrt(h) : Math.sqrt(h);
      e[i] = scale * root;
      h -= last * root;
      d[i - 1] = last - root;
      reflect(v, d, e, h, i, n);
    }
    d[i] = h;
  }
  accumulate(v, d, n);
  e[0] = 0;
}

/** Applies the Householder reflection in d[0..i) to the leading i x i block, from both sides. */
function reflect(v: Float64Array, d: Float64Array, e: Float64Array, h: number, i: int, n: int): void {
  for (let j = 0; j < i; j++) v[i * n + j] = d[j]!;
  multiply(v, d, e, i, n);
  let f = 0.0;
  for (let j = 0; j < i; j++) {
    e[j] = e[j]! / h;
    f += e[j]! * d[j]!;
  }
  const half = f / (h + h);
  for (let j = 0; j < i; j++) e[j] = e[j]! - half * d[j]!;
  for (let j = 0; j < i; j++) {
    const dj = d[j]!;
    const ej = e[j]!;
    const row = j * n;
    for (let k = j; k < i; k++) v[row + k] = v[row + k]! - (dj * e[k]! + ej * d[k]!);
    d[j] = v[row + i - 1]!;
    v[row + i] = 0;
  }
}

/** e = V d for the leading i x i block of the symmetric V; only its upper triangle is read. */
function multiply(v: Float64Array, d: Float64Array, e: Float64Array, i: int, n: int): void {
  for (let k = 0; k < i; k++) e[k] = 0;
  let j = 0;
  // Two rows at a time: their sums are independent, so the processor can compute them in parallel.
  for (; j + 1 < i; j += 2) {
    const a = j * n;
    const b = a + n;
    const fa = d[j]!;
    const fb = d[j + 1]!;
    const coupling = v[a + j + 1]!;
    let ga = e[j]! + v[a + j]! * fa + coupling * fb;
    let gb = e[j + 1]! + coupling * fa + v[b + j + 1]! * fb;
    for (let k = j + 2; k < i; k++) {
      const x = v[a + k]!;
      const y = v[b + k]!;
      const dk = d[k]!;
      ga += x * dk;
      gb += y * dk;
      e[k] = e[k]! + x * fa + y * fb;
    }
    e[j] = ga;
    e[j + 1] = gb;
  }
  if (j < i) e[j] = e[j]! + v[j * n + j]! * d[j]!;
}

/** Multiplies the reflections together, into v. */
function accumulate(v: Float64Array, d: Float64Array, n: int): void {
  for (let i = 0; i < n - 1; i++) {
    v[i * n + n - 1] = v[i * n + i]!;
    v[i * n + i] = 1;
    const h = d[i + 1]!;
    const next = (i + 1) * n;
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = v[next + k]! / h;
      // Four rows at a time: their sums are independent, so the processor can compute them in parallel.
      let j = 0;
      for (; j + 3 <= i; j += 4) reflectFour(v, d, next, j * n, i, n);
      for (; j <= i; j++) {
        const row = j * n;
        let g = 0.0;
        for (let k = 0; k <= i; k++) g += v[next + k]! * v[row + k]!;
        for (let k = 0; k <= i; k++) v[row + k] = v[row + k]! - g * d[k]!;
      }
    }
    for (let k = 0; k <= i; k++) v[next + k] = 0;
  }
  for (let j = 0; j < n; j++) {
    d[j] = v[j * n + n - 1]!;
    v[j * n + n - 1] = 0;
  }
  v[n * n - 1] = 1;
}

/** For each of four rows, the first at `a`: row -= (row . v[next..]) d, up to component i. */
function reflectFour(v: Float64Array, d: Float64Array, next: int, a: int, i: int, n: int): void {
  const b = a + n;
  const c = b + n;
  const e = c + n;
  let ga = 0.0;
  let gb = 0.0;
  let gc = 0.0;
  let ge = 0.0;
  for (let k = 0; k <= i; k++) {
    const x = v[next + k]!;
    ga += x * v[a + k]!;
    gb += x * v[b + k]!;
    gc += x * v[c + k]!;
    ge += x * v[e + k]!;
  }
  for (let k = 0; k <= i; k++) {
    const x = d[k]!;
    v[a + k] = v[a + k]! - ga * x;
    v[b + k] = v[b + k]! - gb * x;
    v[c + k] = v[c + k]! - gc * x;
    v[e + k] = v[e + k]! - ge * x;
  }
}
