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

/** What can lie on the stage. In a small window one opens where another was: together they would hide the creature. */
const PANELS = ['hasNet', 'hasFootfalls', 'hasNumbers'] as const;
const SMALL_WINDOW = '(max-width: 560px) and (max-height: 640px), (max-height: 300px)';

const togglePanel = (player: PlayerState, part: { load(): Promise<void> }, panel: (typeof PANELS)[number]) =>
  loadThen(player, part, () => {
    const isOn = !player[panel].value;
    if (isOn && matchMedia(SMALL_WINDOW).matches) for (const each of PANELS) player[each].value = false;
    player[panel].value = isOn;
  });

export const toggleNet = (player: PlayerState) => togglePanel(player, net, 'hasNet');
export const toggleFootfalls = (player: PlayerState) => togglePanel(player, footfalls, 'hasFootfalls');
export const toggleNumbers = (player: PlayerState) => togglePanel(player, readout, 'hasNumbers');
