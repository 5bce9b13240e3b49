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
  /** Holds the picture, or lets it move. */
  hold(): void;
  /** So many frames on, in a picture that is held. */
  frame(by: number): void;
  /** Opens what there is to show. */
  show(): void;
  keep(): void;
  /** So many steps closer. */
  zoom(steps: number): void;
  /** Looks on by so many steps. */
  pan(steps: number): void;
  followAgain(): void;
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
  // One that has just closed may keep the focus until the next frame.
  if (target.closest('dialog[open]')) return true;
  // The browser closes what is open on top, unless it is told that the key was meant for something else.
  if (key === 'Escape' && document.querySelector(':popover-open')) return true;
  if (target.matches('input[type=range]')) return /^(Arrow|Page|Home|End)/.test(key);
  if (target.matches('button, a, summary, input[type=checkbox]')) return key === ' ' || key === 'Enter';
  return target.matches('input, select, textarea') && key !== 'Escape';
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
      k: keys.hold,
      ',': () => keys.frame(-1),
      '.': () => keys.frame(1),
      o: keys.show,
      p: keys.keep,
      z: () => keys.zoom(1),
      x: () => keys.zoom(-1),
      a: () => keys.pan(-1),
      d: () => keys.pan(1),
      '0': keys.followAgain,
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
