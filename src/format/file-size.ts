/** Maximum size of a file that can be read, bytes: that of the largest document, and what its container adds. */
export const MAX_FILE_BYTES = 64_010_000;

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1).replace('.0', '');

/** Throws an Error that starts with `source` when a file is too large to read. */
export function checkFileSize(bytes: number, source: string): void {
  if (bytes <= MAX_FILE_BYTES) return;
  throw new Error(`${source} is too large: ${megabytes(bytes)} MB, the maximum is ${megabytes(MAX_FILE_BYTES)} MB`);
}
