import { changeSpeed } from '../stage/speed.ts';
import { toggleFullScreen } from './full-screen.ts';
import { toggleFootfalls, toggleKeys, toggleNet, toggleNumbers, toggleOptions } from './lazy-parts.ts';
import type { PlayerState } from './player-state.ts';

/** Seconds that an arrow key seeks, and with Shift. */
const SEEK_STEP = 0.1;
const LONG_SEEK_STEP = 1;

/** The action of each key, by `KeyboardEvent.key` in lower case. @param by seconds that an arrow key seeks */
export function keyActions(player: PlayerState, by: number): Record<string, () => void> {
  return {
    ' ': player.toggle,
    arrowleft: () => player.seek(player.time.value - by),
    arrowright: () => player.seek(player.time.value + by),
    home: () => player.seek(0),
    end: () => player.seek(Number.MAX_VALUE),
    ',': () => player.step(-1),
    '.': () => player.step(1),
    '+': () => changeSpeed(1),
    '=': () => changeSpeed(1),
    '-': () => changeSpeed(-1),
    l: () => {
      player.isLooping.value = !player.isLooping.value;
    },
    f: toggleFullScreen,
    o: () => void toggleOptions(player),
    b: () => void toggleNet(player),
    g: () => void toggleFootfalls(player),
    n: () => void toggleNumbers(player),
    pageup: () => player.goToScene(player.sceneIndex.value - 1),
    pagedown: () => player.goToScene(player.sceneIndex.value + 1),
    '?': () => void toggleKeys(player),
    z: () => player.zoom(1),
    x: () => player.zoom(-1),
    '0': () => player.setCamera('follow'),
  };
}

/** Handles the keys of the window, except those that a focused field or button uses itself. */
export function listenToKeys(player: PlayerState): void {
  addEventListener('keydown', (event) => {
    const { key, target, shiftKey, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey) return;
    const element = target instanceof HTMLElement ? target : undefined;
    if (element?.matches('button, a, input:not([type=range])') && (key === ' ' || key === 'Enter')) return;
    if (element?.matches('select') || (element?.matches('input[type=radio]') && key.startsWith('Arrow'))) return;
    const action = keyActions(player, shiftKey ? LONG_SEEK_STEP : SEEK_STEP)[key.toLowerCase()];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}
