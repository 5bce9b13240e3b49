// For threads that simulate much: importing this file makes the core run as WebAssembly where that is allowed.
import { compileWasm, hasWasm } from './wasm.ts';
import { code } from './wasm-code.ts';

compileWasm(code);

/** What the core runs as in this thread. */
export const runsAs = (): 'wasm' | 'javascript' => (hasWasm() ? 'wasm' : 'javascript');
