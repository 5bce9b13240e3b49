/** What keys do. */
export interface Keys {
  pause(): void;
  restart(): void;
  changeSpeed(by: number): void;
  panel(): void;
  help(): void;
}

/** Whether a key belongs to whatever has the focus: a field always, a button for the keys that press it. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('dialog')) return true;
  if (target.matches('input, select, textarea')) return key !== 'Escape';
  return target.matches('button, a, summary') && (key === ' ' || key === 'Enter');
}

export function listenToKeys(keys: Keys): void {
  addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey || isTaken(target, key)) return;
    const act: Record<string, () => void> = {
      ' ': keys.pause,
      '+': () => keys.changeSpeed(1),
      '=': () => keys.changeSpeed(1),
      '-': () => keys.changeSpeed(-1),
      r: keys.restart,
      e: keys.panel,
      '?': keys.help,
    };
    const does = act[key.toLowerCase()];
    if (does === undefined) return;
    event.preventDefault();
    does();
  });
}
