// For programs that simulate step by step, and so cannot wait for planck or WebAssembly when an episode needs it.
import { hasWasm, wasmRefusal } from './flat/wasm.ts';
import { runsAs } from './flat/wasm-at-hand.ts';
import { ENGINES } from './physics.ts';
import './reference-at-hand.ts';

/** What simulates by an option's word, 'flat' if there is none. Throws an Error for another word, or for what cannot be had. */
export function engineOf(word: string = 'flat'): 'wasm' | 'javascript' | 'planck' {
  const engine = ENGINES.find((each) => each === word);
  if (engine === undefined) throw new Error(`physics is ${word}, must be one of ${ENGINES.join(', ')}`);
  if (engine === 'wasm' && !hasWasm()) throw new Error(`physics is wasm, which cannot be had: ${wasmRefusal()}`);
  return engine === 'flat' ? runsAs() : engine;
}
