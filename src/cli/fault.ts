/** Something the user can mend: told in one line, exit code 2. */
export class Fault extends Error {}

/** Runs `action`; what it throws becomes a Fault, with the same words. */
export function orFail<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new Fault(error instanceof Error ? error.message : String(error));
  }
}
