import { colouredPalette, dusk, type Palette, paper } from '../view/palette.ts';

/** The stage's colours by day or at dusk. @param colour of the creature, 0xrrggbb; undefined for the palette's */
export const stagePalette = (isDark: boolean, colour?: number): Palette =>
  colouredPalette(isDark ? dusk : paper, colour);
