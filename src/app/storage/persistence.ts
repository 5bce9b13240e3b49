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

/** So many bytes as one would say it. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1000))} kB`;
  const [value, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
}
