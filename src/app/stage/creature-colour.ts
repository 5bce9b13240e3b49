import { signal } from '@preact/signals';
import * as v from 'valibot';
import { creatureColourSchema } from '../../run/creature-colour.ts';
import { readStored, writeStored } from '../browser/web-storage.ts';

const KEY = 'colour';
const stored = readStored('localStorage', KEY);

/** The colour that the viewer, or a link, gave to the creatures, six hexadecimal digits; undefined for the palette's. */
export const creatureColour = signal(v.is(creatureColourSchema, stored) ? stored : undefined);

/** Sets the colour and stores it for the next visit. */
export function chooseColour(colour: string | undefined): void {
  creatureColour.value = colour;
  writeStored('localStorage', KEY, colour ?? '');
}
