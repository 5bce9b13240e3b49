/**
 * A whole number of 32 bits. For TypeScript it is a number as any other; the compiler of the WebAssembly build
 * (scripts/wasm.ts) keeps it apart from doubles, for which it takes `number` and literals with a point.
 */
export type int = number;

/** The 32-bit whole number of a double that is whole. */
export function toInt(whole: number): int {
  return whole | 0;
}
