/** Web storage may be forbidden or full: then nothing is remembered. */
type StorageName = 'localStorage' | 'sessionStorage';

const named = (key: string) => `gaitlab.${key}`;

export function recall(storage: StorageName, key: string): string | undefined {
  try {
    return window[storage].getItem(named(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(storage: StorageName, key: string, value: string): void {
  try {
    window[storage].setItem(named(key), value);
  } catch {
    // The caller will ask again another time.
  }
}
