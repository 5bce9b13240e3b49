/** An error that the user can fix: printed in one line, exit code 2. */
export class Fault extends Error {}

/** Runs `action` and rethrows its errors as a Fault with the same message. */
export function orFail<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new Fault(error instanceof Error ? error.message : String(error));
  }
}
