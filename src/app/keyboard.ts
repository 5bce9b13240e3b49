/** What keys do. */
export interface Keys {
  pause(): void;
  restart(): void;
  changeSpeed(by: number): void;
  /** So many generations on. */
  step(by: number): void;
  first(): void;
  newest(): void;
  film(): void;
  crowd(): void;
  /** So many places down in a crowd. */
  follow(by: number): void;
  strip(): void;
  panel(): void;
  tune(): void;
  closePanel(): void;
  help(): void;
  /** Of the tools, each by its own key. */
  tools: Record<string, () => void>;
}

/** Whether a key belongs to whatever has the focus: a field always, a slider or button for the keys that move or press it. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('dialog')) return true;
  if (target.matches('input[type=range]')) return /^(Arrow|Page|Home|End)/.test(key);
  if (target.matches('input, select, textarea')) return key !== 'Escape';
  return target.matches('button, a, summary') && (key === ' ' || key === 'Enter');
}

export function listenToKeys(keys: Keys): void {
  addEventListener('keydown', (event) => {
    const { key, target, shiftKey, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey || isTaken(target, key)) return;
    const act: Record<string, () => void> = {
      ' ': keys.pause,
      '+': () => keys.changeSpeed(1),
      '=': () => keys.changeSpeed(1),
      '-': () => keys.changeSpeed(-1),
      arrowleft: () => keys.step(shiftKey ? -10 : -1),
      arrowright: () => keys.step(shiftKey ? 10 : 1),
      home: keys.first,
      end: keys.newest,
      f: keys.film,
      c: keys.crowd,
      arrowup: () => keys.follow(-1),
      arrowdown: () => keys.follow(1),
      s: keys.strip,
      r: keys.restart,
      e: keys.panel,
      t: keys.tune,
      escape: keys.closePanel,
      '?': keys.help,
      ...keys.tools,
    };
    const does = act[key.toLowerCase()];
    if (does === undefined) return;
    event.preventDefault();
    does();
  });
}
