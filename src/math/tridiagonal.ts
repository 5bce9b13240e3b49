/**
 * Turns a symmetric matrix tridiagonal by Householder reflections (EISPACK's tred2), in place. `v` comes in as the matrix,
 * n x n by rows, of which the upper triangle is read, and leaves as the rotation, an eigenvector's row each once
 * diagonalized; `d` gets the diagonal, `e` what stands beside it, e[i] between i - 1 and i.
 */
export function tridiagonalize(v: Float64Array, d: Float64Array, e: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) d[j] = v[j * n + n - 1] as number;
  for (let i = n - 1; i > 0; i--) {
    let scale = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(d[k] as number);
    let h = 0;
    if (scale === 0) {
      e[i] = d[i - 1] as number;
      for (let j = 0; j < i; j++) {
        d[j] = v[j * n + i - 1] as number;
        v[j * n + i] = 0;
        v[i * n + j] = 0;
      }
    } else {
      for (let k = 0; k < i; k++) {
        const x = (d[k] as number) / scale;
        d[k] = x;
        h += x * x;
      }
      const last = d[i - 1] as number;
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

/** Applies the Householder reflection held in d[0..i) to the leading i x i block from both sides. */
function reflect(v: Float64Array, d: Float64Array, e: Float64Array, h: number, i: number, n: number): void {
  for (let j = 0; j < i; j++) v[i * n + j] = d[j] as number;
  multiply(v, d, e, i, n);
  let f = 0;
  for (let j = 0; j < i; j++) {
    e[j] = (e[j] as number) / h;
    f += (e[j] as number) * (d[j] as number);
  }
  const half = f / (h + h);
  for (let j = 0; j < i; j++) e[j] = (e[j] as number) - half * (d[j] as number);
  for (let j = 0; j < i; j++) {
    const dj = d[j] as number;
    const ej = e[j] as number;
    const row = j * n;
    for (let k = j; k < i; k++) v[row + k] = (v[row + k] as number) - (dj * (e[k] as number) + ej * (d[k] as number));
    d[j] = v[row + i - 1] as number;
    v[row + i] = 0;
  }
}

/** e = V d of the leading i x i block of the symmetric V, of which the upper triangle is read. */
function multiply(v: Float64Array, d: Float64Array, e: Float64Array, i: number, n: number): void {
  e.fill(0, 0, i);
  let j = 0;
  // Two rows at a time: their sums are independent, so the machine need not wait for one to go on with the other.
  for (; j + 1 < i; j += 2) {
    const [a, b] = [j * n, j * n + n];
    const fa = d[j] as number;
    const fb = d[j + 1] as number;
    const beside = v[a + j + 1] as number;
    let ga = (e[j] as number) + (v[a + j] as number) * fa + beside * fb;
    let gb = (e[j + 1] as number) + beside * fa + (v[b + j + 1] as number) * fb;
    for (let k = j + 2; k < i; k++) {
      const x = v[a + k] as number;
      const y = v[b + k] as number;
      const dk = d[k] as number;
      ga += x * dk;
      gb += y * dk;
      e[k] = (e[k] as number) + x * fa + y * fb;
    }
    e[j] = ga;
    e[j + 1] = gb;
  }
  if (j < i) e[j] = (e[j] as number) + (v[j * n + j] as number) * (d[j] as number);
}

/** Multiplies the reflections out into v. */
function accumulate(v: Float64Array, d: Float64Array, n: number): void {
  for (let i = 0; i < n - 1; i++) {
    v[i * n + n - 1] = v[i * n + i] as number;
    v[i * n + i] = 1;
    const h = d[i + 1] as number;
    const next = (i + 1) * n;
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = (v[next + k] as number) / h;
      // Four rows at a time: their sums are independent, so the machine need not wait for one to go on with the next.
      let j = 0;
      for (; j + 3 <= i; j += 4) takeFour(v, d, next, j * n, i, n);
      for (; j <= i; j++) {
        const row = j * n;
        let g = 0;
        for (let k = 0; k <= i; k++) g += (v[next + k] as number) * (v[row + k] as number);
        for (let k = 0; k <= i; k++) v[row + k] = (v[row + k] as number) - g * (d[k] as number);
      }
    }
    for (let k = 0; k <= i; k++) v[next + k] = 0;
  }
  for (let j = 0; j < n; j++) {
    d[j] = v[j * n + n - 1] as number;
    v[j * n + n - 1] = 0;
  }
  v[n * n - 1] = 1;
}

/** Takes from each of four rows, the first at `a`, its product with the row at `next` times d; up to component i. */
function takeFour(v: Float64Array, d: Float64Array, next: number, a: number, i: number, n: number): void {
  const [b, c, e] = [a + n, a + 2 * n, a + 3 * n];
  let [ga, gb, gc, ge] = [0, 0, 0, 0];
  for (let k = 0; k <= i; k++) {
    const x = v[next + k] as number;
    ga += x * (v[a + k] as number);
    gb += x * (v[b + k] as number);
    gc += x * (v[c + k] as number);
    ge += x * (v[e + k] as number);
  }
  for (let k = 0; k <= i; k++) {
    const x = d[k] as number;
    v[a + k] = (v[a + k] as number) - ga * x;
    v[b + k] = (v[b + k] as number) - gb * x;
    v[c + k] = (v[c + k] as number) - gc * x;
    v[e + k] = (v[e + k] as number) - ge * x;
  }
}
