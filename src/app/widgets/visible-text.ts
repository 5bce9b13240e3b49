/** Control characters, marks that change the direction of writing, and characters of no width. */
const HIDDEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/**
 * Text from a file, a link or a field, with invisible characters written as escapes such as `\u202e`. For attributes, options
 * and canvases; elsewhere FileText and SentenceText also isolate its direction.
 */
export const visibleText = (text: string): string =>
  text.replace(HIDDEN, (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`);
