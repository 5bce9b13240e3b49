import * as v from 'valibot';
import { CREATURE_COLOURS, colourNumber, creatureColourSchema } from '../run/creature-colour.ts';
import { UserError } from './user-error.ts';

/** The colour of a creature, 0xrrggbb, from its name or six hexadecimal digits. Throws a UserError for other text. */
export function colourFrom(text: string): number {
  const plain = text.toLowerCase().replace(/^#/, '');
  const named = Object.entries(CREATURE_COLOURS).find(([name]) => name.toLowerCase() === plain)?.[1] ?? plain;
  const colour = v.is(creatureColourSchema, named) ? colourNumber(named) : undefined;
  if (colour !== undefined) return colour;
  const names = Object.keys(CREATURE_COLOURS).map((name) => name.toLowerCase());
  throw new UserError(`--colour ${text}: must be ${names.join(', ')} or six hexadecimal digits, such as 1f9f8f`);
}
