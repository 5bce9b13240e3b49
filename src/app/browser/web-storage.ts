/** Web storage may be forbidden or full; then nothing is stored. */
type StorageName = 'localStorage' | 'sessionStorage';

const fullKey = (key: string) => `gaitlab.${key}`;

export function readStored(storage: StorageName, key: string): string | undefined {
  try {
    return window[storage].getItem(fullKey(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeStored(storage: StorageName, key: string, value: string): void {
  try {
    window[storage].setItem(fullKey(key), value);
  } catch {
    // Not stored: a lost preference does no harm.
  }
}
