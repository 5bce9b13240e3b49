/** Control characters, marks that change the direction of writing, and characters of no width. */
const HIDDEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/**
 * Text from a file, a link, a field or a command line with hidden characters written as escapes such as `\u202e`. In JSON
 * without line breaks, the escapes stand for the same characters. On the page, FileText and SentenceText also isolate
 * the text's direction.
 */
export const visibleText = (text: string): string =>
  text.replace(HIDDEN, (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`);
