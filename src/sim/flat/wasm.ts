import { instanceOf, moduleFrom } from '../../math/web-assembly.ts';

let module: object | undefined;
let refusal = 'it was not loaded';

/** Whether this thread can run the core as WebAssembly. */
export const hasWasm = (): boolean => module !== undefined;

/** Why not. */
export const wasmRefusal = (): string => refusal;

/** Compiles the core from hexadecimal digits. Where that is refused, there is none. */
export function compileWasm(code: string): void {
  module = undefined;
  try {
    module = moduleFrom(code);
  } catch (error) {
    refusal = error instanceof Error ? error.message : String(error);
  }
}

/**
 * Typed arrays of at least these lengths in a WebAssembly memory of their own, and the step of step.ts on them. Undefined where
 * there is no WebAssembly, or no memory for it.
 */
export function wasmMemory(
  doubles: number,
  whole: number,
): { F: Float64Array; I: Int32Array; step(): boolean } | undefined {
  const instance = module && instanceOf<{ step(F: number, I: number): number }>(module, 8 * doubles + 4 * whole);
  if (instance === undefined) return undefined;
  const { buffer, exports } = instance;
  const [F, I] = [new Float64Array(buffer, 0, doubles), new Int32Array(buffer, 8 * doubles, whole)];
  return { F, I, step: () => exports.step(F.byteOffset, I.byteOffset) !== 0 };
}
