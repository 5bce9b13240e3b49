/** decompose.ts as WebAssembly, in hexadecimal digits. The build writes them here (scripts/wasm.ts); without it there are none. */
export const code: string = '';
