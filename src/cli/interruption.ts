/** Signals that end a run, and the exit code of who was told so: 128 and the signal's number. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Listens for Ctrl-C and its like: the first asks for an end after the generation in hand, a second one ends at once. */
export function listenForInterruption(): { isAsked(): boolean } {
  let asked = false;
  for (const [signal, code] of Object.entries(CODES)) {
    process.on(signal, () => {
      if (asked) process.exit(code);
      asked = true;
      process.exitCode = code;
    });
  }
  return { isAsked: () => asked };
}
