/** So deep no document of ours goes, and so many values none has. */
const MOST_DEPTH = 40;
const MOST_VALUES = 400_000;

/**
 * What is too much about a text before it is read as JSON, which would take the memory first; empty when nothing is.
 * Counts brackets and commas outside of strings.
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
      if (++depth > MOST_DEPTH) return `is nested more than ${MOST_DEPTH} deep`;
    } else if (code === 0x5d || code === 0x7d) depth--;
    else if (code === 0x2c) values++;
    if (values > MOST_VALUES) return `has more than ${MOST_VALUES} values`;
  }
  return '';
}

/** The JSON in a text. Throws an Error that starts with `source` when it is none, or too much. */
export function parseJson(text: string, source: string): unknown {
  const excess = limitError(text);
  if (excess !== '') throw new Error(`${source} ${excess}`);
  try {
    // Keys that would reach for an object's prototype have no place in any document.
    return JSON.parse(text, (key, value) => {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new Error(`has a key ${key}`);
      return value as unknown;
    });
  } catch (error) {
    throw new Error(`${source} is not JSON: ${printable((error as Error).message)}`);
  }
}

/** The engine's words with what they quote of the text: what would not be seen, or would be obeyed, by its number. */
const printable = (text: string) =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
