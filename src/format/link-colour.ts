import * as v from 'valibot';
import { creatureColourSchema } from '../run/creature-colour.ts';

/** The key of the creature's colour in a link, which is no part of the experiment. */
export const COLOUR_KEY = 'colour';

/** Says what is wrong with a colour in a link; empty if nothing is. */
export const colourFault = (text: string): string =>
  v.is(creatureColourSchema, text) ? '' : `${COLOUR_KEY} must be six hexadecimal digits, such as 1f9f8f`;

/** The colour in a link that was read without a fault; undefined for none. */
export const colourFromHash = (hash: string): string | undefined => /[#&?]colour(?:=|%3D)([0-9a-f]{6})/.exec(hash)?.[1];
