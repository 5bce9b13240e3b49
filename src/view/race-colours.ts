/** Of runners beside the one in front, 0xrrggbb: told apart by light as well as by hue. */
const COLOURS = [0x3f7f93, 0xd99a2b, 0x7a5ba6, 0x4f9a5b, 0xc2608a, 0x8a8f98] as const;

export const colourOf = (place: number): number => COLOURS[place % COLOURS.length] as number;

/** Of the one in front, who wears the colours of the stage. */
export const FRONT = 0xd4472a;
