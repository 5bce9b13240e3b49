import type { QueueLibraries } from '../cluster/libraries.ts';
import { parseQueueAddress, type QueueAddress } from '../cluster/queue-address.ts';
import { asUserError, UserError } from './user-error.ts';

/** Environment variable for the password, which is not seen in the list of processes as the command line is. */
const PASSWORD = 'GAITLAB_QUEUE_PASSWORD';

/** The address in the flag. Throws a UserError, without the URL, which may contain a password. */
export function addressFrom(url: string): QueueAddress {
  return asUserError(() => parseQueueAddress(url, process.env[PASSWORD]));
}

/** Opens what needs the queue's libraries. Rejects with a UserError when they are missing or the queue cannot be used. */
export async function openQueue<T>(open: (libraries: QueueLibraries) => Promise<T>): Promise<T> {
  const { loadQueueLibraries } = await import('../cluster/libraries.ts');
  try {
    return await open(await loadQueueLibraries());
  } catch (error) {
    throw new UserError((error as Error).message);
  }
}
