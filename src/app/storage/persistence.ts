import { signal } from '@preact/signals';

/** Whether the browser has promised not to clear what is kept here; undefined while that is not known or cannot be. */
export const isPersistent = signal<boolean | undefined>(undefined);

/** Asks what the browser says of its storage; a browser may say nothing. */
export async function inspectStorage(): Promise<void> {
  try {
    isPersistent.value = await navigator.storage.persisted();
  } catch {
    isPersistent.value = undefined;
  }
}

/** Asks the browser to promise it; false when it does not. */
export async function askToPersist(): Promise<boolean> {
  try {
    isPersistent.value = await navigator.storage.persist();
  } catch {
    isPersistent.value = undefined;
  }
  return isPersistent.value === true;
}
