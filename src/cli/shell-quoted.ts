import { visibleText } from '../format/visible-text.ts';

/** Quotes a path as one word of a shell, so that a printed command can be pasted. */
export function shellQuoted(path: string): string {
  if (/^[\w@%+=:,./-]+$/.test(path)) return path;
  const escaped = path.replaceAll(/[\\']/g, '\\$&');
  // Bash, zsh and ksh read the escapes of hidden characters within $'...'.
  if (visibleText(path) !== path) return `$'${visibleText(escaped)}'`;
  return `'${path.replaceAll("'", "'\\''")}'`;
}
