import { afterEach, expect, test } from 'vitest';
import { code } from '../../src/math/decompose-code.ts';
import { symmetricEigen } from '../../src/math/eigen.ts';
import { compileDecompose, isCompiled } from '../../src/math/eigen-space.ts';
import { createHash } from '../../src/math/hash.ts';
import { stream } from '../../src/math/rng.ts';

/** The bits of the decomposition of a random matrix, or of one with many equal and zero entries. */
function digestOf(n: number, isSparse: boolean): string {
  const rng = stream(1, 'matrix', n);
  const matrix = Float64Array.from({ length: n * n }, () => (isSparse && rng.next() < 0.8 ? 0 : rng.normal()));
  const { values, vectors } = symmetricEigen(matrix, n);
  const hash = createHash();
  hash.addAll(values);
  hash.addAll(vectors);
  return hash.digest();
}

afterEach(() => compileDecompose(''));

test.each([1, 2, 3, 5, 8, 37, 94])('a matrix of %i rows decomposes to the same bits as WebAssembly', (n) => {
  const asJavaScript = [digestOf(n, false), digestOf(n, true)];
  compileDecompose(code);
  expect(isCompiled()).toBe(true);
  expect([digestOf(n, false), digestOf(n, true)]).toEqual(asJavaScript);
});

test.each(['', '00'])('where there is no code that compiles ("%s"), it runs as JavaScript', (refused) => {
  compileDecompose(code);
  const compiled = digestOf(9, false);
  compileDecompose(refused);
  expect(isCompiled()).toBe(false);
  expect(digestOf(9, false)).toBe(compiled);
});
