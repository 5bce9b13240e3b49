import * as v from 'valibot';

/** Colours that are offered for a creature, six hexadecimal digits each. They differ from the sky by day and at dusk. */
export const CREATURE_COLOURS = {
  Red: 'd8434a',
  Yellow: 'cf940f',
  Green: '4f9d3a',
  Teal: '1f9f8f',
  Blue: '3d84dc',
  Violet: '8b66d6',
  Pink: 'dd6397',
  Grey: '8a919e',
} as const;

/** A colour of a creature in a file or a link. It is data beside the experiment and changes no result. */
export const creatureColourSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{6}$/, 'must be six hexadecimal digits, such as 1f9f8f'),
);

/** The colour as 0xrrggbb; undefined for none. */
export const colourNumber = (colour: string | undefined): number | undefined =>
  colour === undefined ? undefined : Number.parseInt(colour, 16);
