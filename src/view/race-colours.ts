/** Colours of the other racers, 0xrrggbb: they differ in lightness as well as in hue. */
const COLOURS = [0x3f7f93, 0xd99a2b, 0x7a5ba6, 0x4f9a5b, 0xc2608a, 0x8a8f98] as const;

/** Colour of the racer with index `place` among those beside the one in front. */
export const raceColour = (place: number): number => COLOURS[place % COLOURS.length]!;

/** Colour of the label of the one in front, which is drawn in the palette's colours. */
export const FRONT_COLOUR = 0xd4472a;
