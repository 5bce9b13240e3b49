/** Maximum nesting depth and number of values in a document. */
const MAX_DEPTH = 40;
const MAX_VALUES = 400_000;

/**
 * Says which limit a JSON text exceeds; empty if none. It is called before parsing, which would allocate the memory.
 * Counts brackets and commas outside strings.
 */
export function limitError(text: string): string {
  let [depth, values] = [0, 0];
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
      continue;
    }
    if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      values++;
      if (++depth > MAX_DEPTH) return `is nested more than ${MAX_DEPTH} deep`;
    } else if (code === 0x5d || code === 0x7d) depth--;
    else if (code === 0x2c) values++;
    if (values > MAX_VALUES) return `has more than ${MAX_VALUES} values`;
  }
  return '';
}

/** Parses JSON. Throws an Error that starts with `source` when the text is invalid or exceeds a limit. */
export function parseJson(text: string, source: string): unknown {
  const excess = limitError(text);
  if (excess !== '') throw new Error(`${source} ${excess}`);
  try {
    // Keys that could change an object's prototype are rejected.
    return JSON.parse(text, (key, value) => {
      // Only editors use $schema; undefined removes the key.
      if (key === '$schema') return undefined;
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new Error(`has a key ${key}`);
      return value as unknown;
    });
  } catch (error) {
    throw new Error(`${source} is not JSON: ${printable((error as Error).message)}`);
  }
}

/** Escapes invisible and control characters, since the engine's message quotes the text. */
const printable = (text: string) =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
