import type { OptionsProps } from './options.tsx';
import { partOf } from './part.tsx';
import type { PlayerState } from './show.ts';
import { words } from './words.ts';

const options = partOf<OptionsProps>(async () => (await import('./options.tsx')).Options);
const keys = partOf(async () => (await import('./keys-sheet.tsx')).KeysSheet);
const net = partOf<{ show: PlayerState }>(async () => (await import('./net-panel.tsx')).NetPanel);
const readout = partOf<{ show: PlayerState }>(async () => (await import('./readout.tsx')).Readout);

/** What an embedding page loads only once somebody asks for it. */
export const [Options, KeysSheet, NetPanel, Readout] = [options.Part, keys.Part, net.Part, readout.Part];

/** Loads a part, then does what it is wanted for; says so when it cannot be had. */
async function wanting({ fault }: PlayerState, part: { want(): Promise<void> }, then: () => void): Promise<void> {
  try {
    await part.want();
    // Once it is in the page.
    requestAnimationFrame(then);
  } catch {
    fault.value = words.notLoaded;
  }
}

const toggleSheet = (id: string) => () => {
  const sheet = document.getElementById(id);
  if (sheet?.togglePopover()) sheet.querySelector<HTMLElement>('input, button')?.focus();
};

export const toggleOptions = (show: PlayerState) => wanting(show, options, toggleSheet('options'));
export const toggleKeys = (show: PlayerState) => wanting(show, keys, toggleSheet('keys'));

export const toggleNet = (show: PlayerState) =>
  wanting(show, net, () => {
    show.hasNet.value = !show.hasNet.value;
  });

export const toggleNumbers = (show: PlayerState) =>
  wanting(show, readout, () => {
    show.hasNumbers.value = !show.hasNumbers.value;
  });
