import { signal } from '@preact/signals';

/** Whether the browser promised not to clear this page's storage; undefined while not known or not supported. */
export const isPersistent = signal<boolean | undefined>(undefined);

/** Reads whether storage is persistent. */
export async function inspectStorage(): Promise<void> {
  try {
    isPersistent.value = await navigator.storage.persisted();
  } catch {
    isPersistent.value = undefined;
  }
}

/** Asks the browser to make storage persistent; false when it does not. */
export async function askToPersist(): Promise<boolean> {
  try {
    isPersistent.value = await navigator.storage.persist();
  } catch {
    isPersistent.value = undefined;
  }
  return isPersistent.value === true;
}

/** A number of bytes for display, with its unit. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1000))} kB`;
  const [value, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
}
