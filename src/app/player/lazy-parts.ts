import { lazyPart } from '../widgets/lazy-part.tsx';
import type { OptionsProps } from './options.tsx';
import type { PlayerState } from './player-state.ts';
import { words } from './words.ts';

const options = lazyPart<OptionsProps>(async () => (await import('./options.tsx')).Options);
const keys = lazyPart(async () => (await import('./keys-sheet.tsx')).KeysSheet);
const net = lazyPart<{ player: PlayerState }>(async () => (await import('./net-panel.tsx')).NetPanel);
const footfalls = lazyPart<{ player: PlayerState }>(async () => (await import('./footfalls.tsx')).Footfalls);
const readout = lazyPart<{ player: PlayerState }>(async () => (await import('./readout.tsx')).Readout);

/** Parts of the player that are loaded when they are first opened. */
export const [Options, KeysSheet] = [options.Component, keys.Component];
export const [NetPanel, Footfalls, Readout] = [net.Component, footfalls.Component, readout.Component];

/** Loads a part, then calls `then`. Sets the player's fault when loading fails. */
async function loadThen({ fault }: PlayerState, part: { load(): Promise<void> }, then: () => void): Promise<void> {
  try {
    await part.load();
    // The part is rendered by then.
    requestAnimationFrame(then);
  } catch {
    fault.value = words.notLoaded;
  }
}

const toggleSheet = (id: string) => () => {
  const sheet = document.getElementById(id);
  if (sheet?.togglePopover()) sheet.querySelector<HTMLElement>('input, button')?.focus();
};

export const toggleOptions = (player: PlayerState) => loadThen(player, options, toggleSheet('options'));
export const toggleKeys = (player: PlayerState) => loadThen(player, keys, toggleSheet('keys'));

export const toggleNet = (player: PlayerState) =>
  loadThen(player, net, () => {
    player.hasNet.value = !player.hasNet.value;
  });

export const toggleFootfalls = (player: PlayerState) =>
  loadThen(player, footfalls, () => {
    player.hasFootfalls.value = !player.hasFootfalls.value;
  });

export const toggleNumbers = (player: PlayerState) =>
  loadThen(player, readout, () => {
    player.hasNumbers.value = !player.hasNumbers.value;
  });
