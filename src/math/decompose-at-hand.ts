// For threads that optimize: importing this file makes eigendecompositions run as WebAssembly where that is allowed.
import { code } from './decompose-code.ts';
import { compileDecompose } from './eigen-space.ts';

compileDecompose(code);
