import { changeSpeed } from '../stage/speed.ts';
import { fill } from './full.ts';
import { toggleKeys, toggleNet, toggleNumbers, toggleOptions } from './parts.ts';
import type { PlayerState } from './show.ts';

/** Seconds that an arrow goes, and with Shift. */
const BIT = 0.1;
const MORE = 1;

/** What each key does, in small letters. */
export function actsOfKeys(show: PlayerState, by: number): Record<string, () => void> {
  return {
    ' ': show.toggle,
    arrowleft: () => show.seek(show.time.value - by),
    arrowright: () => show.seek(show.time.value + by),
    home: () => show.seek(0),
    end: () => show.seek(Number.MAX_VALUE),
    ',': () => show.step(-1),
    '.': () => show.step(1),
    '+': () => changeSpeed(1),
    '=': () => changeSpeed(1),
    '-': () => changeSpeed(-1),
    l: () => {
      show.isLooping.value = !show.isLooping.value;
    },
    f: fill,
    o: () => void toggleOptions(show),
    b: () => void toggleNet(show),
    n: () => void toggleNumbers(show),
    pageup: () => show.go(show.place.value - 1),
    pagedown: () => show.go(show.place.value + 1),
    '?': () => void toggleKeys(show),
    z: () => show.zoom(1),
    x: () => show.zoom(-1),
    '0': () => show.look('follow'),
  };
}

/** Does what keys say. A field or button with the focus keeps those that are its own. */
export function listenToKeys(show: PlayerState): void {
  addEventListener('keydown', (event) => {
    const { key, target, shiftKey, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey) return;
    const element = target instanceof HTMLElement ? target : undefined;
    if (element?.matches('button, a, input:not([type=range])') && (key === ' ' || key === 'Enter')) return;
    if (element?.matches('select') || (element?.matches('input[type=radio]') && key.startsWith('Arrow'))) return;
    const act = actsOfKeys(show, shiftKey ? MORE : BIT)[key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}
