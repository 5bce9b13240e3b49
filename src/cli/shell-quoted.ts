/** Quotes a path as one word of a POSIX shell, so that a printed command can be pasted. */
export function shellQuoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
