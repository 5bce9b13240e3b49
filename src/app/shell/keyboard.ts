import { editBody } from '../session/requested-body.ts';

/** The function of each key. */
export interface Keys {
  pause(): void;
  restart(): void;
  changeSpeed(by: number): void;
  /** Moves on by this many generations. */
  step(by: number): void;
  first(): void;
  newest(): void;
  film(): void;
  crowd(): void;
  /** In a crowd, follows the creature this many ranks lower. */
  follow(by: number): void;
  strip(): void;
  /** Pauses or resumes the stage. */
  pauseStage(): void;
  /** Pauses the stage and moves on by this many frames. */
  frame(by: number): void;
  /** Opens the menu of overlays. */
  show(): void;
  pin(): void;
  /** Shoves the creature. @param direction 1 forwards, -1 backwards */
  shove(direction: number): void;
  /** Zooms in by this many steps. */
  zoom(steps: number): void;
  /** Moves the camera forward by this many steps. */
  pan(steps: number): void;
  followAgain(): void;
  panel(): void;
  tune(): void;
  closePanel(): void;
  help(): void;
  /** The tools, by their keys. */
  tools: Record<string, () => void>;
}

/**
 * Whether the focused element handles a key itself: a field all keys, a slider or button those that move or press it. What has
 * the focus since it was clicked, and is not typed into, leaves Space to the page.
 */
function isTaken(target: EventTarget | null, key: string, isClicked: boolean): boolean {
  // The editor's canvas is an SVG element.
  if (!(target instanceof Element)) return false;
  // A dialog that has just closed may keep the focus until the next frame.
  if (target.closest('dialog[open]')) return true;
  // Escape closes the popover, unless the event is cancelled.
  if (key === 'Escape' && document.querySelector(':popover-open')) return true;
  if (target.matches('input[type=range]')) return /^(Arrow|Page|Home|End)/.test(key);
  if (key === ' ' && isClicked && target.matches('select, input[type=radio]')) return false;
  if (target.matches('button, a, summary, input[type=checkbox]')) return (key === ' ' && !isClicked) || key === 'Enter';
  return target.matches('input, select, textarea') && key !== 'Escape';
}

export function listenToKeys(keys: Keys): void {
  /** Whether the focus came by a pointer, not by the keyboard. */
  let isClicked = false;
  addEventListener(
    'pointerdown',
    () => {
      isClicked = true;
    },
    true,
  );
  addEventListener('keydown', (event) => {
    const { key, target, shiftKey, ctrlKey, altKey, metaKey } = event;
    if (key === 'Tab') isClicked = false;
    if (ctrlKey || altKey || metaKey || isTaken(target, key, isClicked)) return;
    // Otherwise some browsers press the button when the key is released.
    if (key === ' ' && target instanceof HTMLElement) target.blur();
    const actions: Record<string, () => void> = {
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
      k: keys.pauseStage,
      ',': () => keys.frame(-1),
      '.': () => keys.frame(1),
      o: keys.show,
      p: keys.pin,
      u: () => keys.shove(shiftKey ? 1 : -1),
      z: () => keys.zoom(1),
      x: () => keys.zoom(-1),
      a: () => keys.pan(-1),
      d: () => keys.pan(1),
      '0': keys.followAgain,
      r: keys.restart,
      e: keys.panel,
      t: keys.tune,
      m: () => editBody('last'),
      escape: keys.closePanel,
      '?': keys.help,
      ...keys.tools,
    };
    const action = actions[key.toLowerCase()];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}
