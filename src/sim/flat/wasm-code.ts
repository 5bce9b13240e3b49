/**
 * The core as WebAssembly, in hexadecimal digits, which a server's gzip makes smaller than other text. The build writes them
 * here (scripts/wasm.ts); without it there are none, and the core runs as JavaScript.
 */
export const code: string = '';
