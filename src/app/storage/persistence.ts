import { signal } from '@preact/signals';

/** Whether the browser promised not to clear this page's storage; undefined while unknown or unsupported. */
export const isPersistent = signal<boolean | undefined>(undefined);

/** Reads whether storage is persistent. */
export async function inspectStorage(): Promise<void> {
  try {
    isPersistent.value = await navigator.storage.persisted();
  } catch {
    isPersistent.value = undefined;
  }
}

/** Asks the browser to make storage persistent. Returns false if it refuses. */
export async function askToPersist(): Promise<boolean> {
  try {
    isPersistent.value = await navigator.storage.persist();
  } catch {
    isPersistent.value = undefined;
  }
  return isPersistent.value === true;
}
