import type { Tell } from './connection.ts';

/** Replies to a command that its user may not give, also from within a script. */
const REFUSED = /^NOPERM|ACL failure in script/;
/** Pause before a command is given again, ms. */
const PAUSE = 500;

/** Whether the queue permits what it is asked for: its operator may take rights away from a user in mid-run, and give them back. */
export interface Permission {
  /** Gives a command, again as long as the queue does not permit it. */
  whenPermitted<T>(command: () => Promise<T>): Promise<T>;
  /** Notes how a command of a kind ended. Returns whether it was not permitted. */
  note(kind: string, error?: Error): boolean;
}

/**
 * Tells the user when the queue first does not permit a command, and when it permits all kinds of them again.
 * @param name of the queue
 * @param meanwhile what happens until then
 */
export function createPermission(name: string, meanwhile: string, tell: Tell): Permission {
  const refused = new Set<string>();

  function note(kind: string, error?: Error): boolean {
    const isRefused = error !== undefined && REFUSED.test(error.message);
    if (isRefused && refused.size === 0)
      tell(`the queue at ${name} does not permit it: ${error.message}; ${meanwhile}`);
    if (isRefused) refused.add(kind);
    // Another error says nothing about rights.
    else if (error === undefined && refused.delete(kind) && refused.size === 0)
      tell(`the queue at ${name} permits it again`);
    return isRefused;
  }

  return {
    note,
    async whenPermitted(command) {
      for (;;) {
        try {
          const result = await command();
          note('command');
          return result;
        } catch (error) {
          if (!note('command', error as Error)) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    },
  };
}
