import { dusk, type Palette, paper } from '../view/palette.ts';

/** The stage's colours by day or at dusk. */
export const stagePalette = (isDark: boolean): Palette => (isDark ? dusk : paper);
