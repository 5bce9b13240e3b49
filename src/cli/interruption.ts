/** Signals that end a run, with the exit codes that shells expect: 128 plus the number of the signal. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Listens for Ctrl-C, a closed terminal and similar signals: the first requests an end after the current generation,
 * the second ends at once.
 */
export function listenForInterruption(): { isRequested(): boolean } {
  let isRequested = false;
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.on(signal, () => {
      if (isRequested) process.exit(code);
      isRequested = true;
      process.exitCode = code;
    });
  }
  return { isRequested: () => isRequested };
}
