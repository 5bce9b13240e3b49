/** What of WebAssembly is used here; the language itself has no types for it. */
interface Wasm {
  Module: new (bytes: Uint8Array) => object;
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer };
  Instance: new (module: object, imports: object) => { exports: { step(F: number, I: number): number } };
}

const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly?: Wasm };

let module: object | undefined;
let refusal = 'it was not loaded';

/** Whether this thread can run the core as WebAssembly. */
export const hasWasm = (): boolean => module !== undefined;

/** Why not. */
export const wasmRefusal = (): string => refusal;

/** Compiles the core from hexadecimal digits. Where that is refused, as by a page's content security policy, there is none. */
export function compileWasm(code: string): void {
  module = undefined;
  try {
    if (code === '') throw new Error('this build has none');
    if (wasm === undefined) throw new Error('there is no WebAssembly here');
    module = new wasm.Module(
      Uint8Array.from({ length: code.length / 2 }, (_, i) => Number.parseInt(code.slice(2 * i, 2 * i + 2), 16)),
    );
  } catch (error) {
    refusal = error instanceof Error ? error.message : String(error);
  }
}

const PAGE = 65536;

/**
 * Typed arrays of at least these lengths in a WebAssembly memory of their own, and the step of step.ts on them. Undefined where
 * there is no WebAssembly, or no memory for it.
 */
export function wasmMemory(
  doubles: number,
  whole: number,
): { F: Float64Array; I: Int32Array; step(): boolean } | undefined {
  if (wasm === undefined || module === undefined) return undefined;
  try {
    const memory = new wasm.Memory({ initial: Math.ceil((8 * doubles + 4 * whole) / PAGE) });
    const { exports } = new wasm.Instance(module, { env: { memory } });
    const [F, I] = [new Float64Array(memory.buffer, 0, doubles), new Int32Array(memory.buffer, 8 * doubles, whole)];
    return { F, I, step: () => exports.step(F.byteOffset, I.byteOffset) !== 0 };
  } catch {
    return undefined;
  }
}
