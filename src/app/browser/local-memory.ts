/** What the browser keeps for this page, where it lets us: storage may be forbidden or full, and then nothing is remembered. */
type Shelf = 'localStorage' | 'sessionStorage';

const named = (key: string) => `gaitlab.${key}`;

export function recall(shelf: Shelf, key: string): string | undefined {
  try {
    return window[shelf].getItem(named(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(shelf: Shelf, key: string, value: string): void {
  try {
    window[shelf].setItem(named(key), value);
  } catch {
    // Then it is asked again another time.
  }
}
