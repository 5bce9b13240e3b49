/** An error that the user can fix: printed in one line, exit code 2. */
export class UserError extends Error {}

/** Runs `action` and rethrows its errors as a UserError with the same message. */
export function asUserError<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error));
  }
}
