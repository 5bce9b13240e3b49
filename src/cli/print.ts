import { visibleText } from '../format/visible-text.ts';

// All text for people leaves the program through this file. Names in files may hold a terminal's control characters:
// they are printed as escapes, and a line break within a name does not start a line.

/** Prints one line on stdout. */
export function printLine(text = ''): void {
  console.log(visibleText(text));
}

/** Prints a value as JSON, in one line or indented. Escapes within strings stand for the same characters. */
export function printJson(value: unknown, indent = 0): void {
  console.log(JSON.stringify(value, null, indent).split('\n').map(visibleText).join('\n'));
}

/** Prints one line on stderr. */
export function printError(message: string): void {
  console.error(`gaitlab: ${visibleText(message)}`);
}

/** Prints an unexpected error with its stack on stderr. */
export function printStack(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(text.split('\n').map(visibleText).join('\n'));
}
