/** What of WebAssembly is used here; the language itself has no types for it. */
interface WebAssembly {
  Module: new (bytes: Uint8Array) => object;
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer };
  Instance: new (module: object, imports: object) => { exports: object };
}

const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly?: WebAssembly };

/**
 * A module from hexadecimal digits, which scripts/wasm.ts puts into the build. Throws an Error where there are none, or where
 * compiling is refused, as by a page's content security policy.
 */
export function moduleFrom(code: string): object {
  if (code === '') throw new Error('this build has none');
  if (wasm === undefined) throw new Error('there is no WebAssembly here');
  return new wasm.Module(
    Uint8Array.from({ length: code.length / 2 }, (_, i) => Number.parseInt(code.slice(2 * i, 2 * i + 2), 16)),
  );
}

const PAGE = 65536;

/** A module's functions on a memory of its own with at least so many bytes; undefined where there is no memory for it. */
export function instanceOf<Exports>(
  module: object,
  bytes: number,
): { buffer: ArrayBuffer; exports: Exports } | undefined {
  if (wasm === undefined) return undefined;
  try {
    const memory = new wasm.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new wasm.Instance(module, { env: { memory } });
    return { buffer: memory.buffer, exports: exports as Exports };
  } catch {
    return undefined;
  }
}
