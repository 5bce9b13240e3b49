/** Maximum size of a file that can be read, bytes: that of the largest document, and what its container adds. */
export const MOST_FILE_BYTES = 64_010_000;

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1).replace('.0', '');

/** Throws an Error that starts with `source` when a file is too large to read. */
export function checkFileSize(bytes: number, source: string): void {
  if (bytes <= MOST_FILE_BYTES) return;
  throw new Error(
    `${source} has ${megabytes(bytes)} MB, no file that Gaitlab opens has more than ${megabytes(MOST_FILE_BYTES)} MB`,
  );
}
