import { decompose } from './decompose.ts';
import { instanceOf, moduleFrom } from './web-assembly.ts';

/** Room for the decomposition of a matrix with n rows. */
export interface EigenSpace {
  /** n x n, and n numbers. */
  v: Float64Array;
  d: Float64Array;
  /** `decompose` on them, as WebAssembly where that is at hand; it gives the same bits. */
  decompose(): void;
}

let module: object | undefined;
/** Kept for the next matrix of its size: an optimizer decomposes many, and a new memory takes longer to write to. */
let latest: { n: number; space: EigenSpace } | undefined;

/** Compiles decompose.ts from hexadecimal digits. Where that is refused, it runs as JavaScript. */
export function compileDecompose(code: string): void {
  latest = undefined;
  module = undefined;
  try {
    module = moduleFrom(code);
  } catch {
    // As JavaScript.
  }
}

/** Whether decompositions run as WebAssembly in this thread. */
export const isCompiled = (): boolean => module !== undefined;

interface Exports {
  decompose(v: number, d: number, e: number, rotations: number, n: number): void;
}

/** The space for matrices with n rows; what is in it lasts until the next decomposition. */
export function eigenSpace(n: number): EigenSpace {
  if (latest?.n === n) return latest.space;
  const instance = module && instanceOf<Exports>(module, 8 * (n * n + 4 * n));
  const buffer = instance?.buffer ?? new ArrayBuffer(8 * (n * n + 4 * n));
  const row = (from: number, length: number) => new Float64Array(buffer, 8 * from, length);
  const [v, d, e, rotations] = [row(0, n * n), row(n * n, n), row(n * n + n, n), row(n * n + 2 * n, 2 * n)] as const;
  const space: EigenSpace = {
    v,
    d,
    decompose() {
      if (instance === undefined) decompose(v, d, e, rotations, n);
      else instance.exports.decompose(v.byteOffset, d.byteOffset, e.byteOffset, rotations.byteOffset, n);
    },
  };
  latest = { n, space };
  return space;
}
