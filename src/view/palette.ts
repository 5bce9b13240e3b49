/** Colours of the stage, 0xrrggbb. */
export interface Palette {
  sky: number;
  disc: number;
  /** Ridges, the farthest first. */
  hills: readonly [number, number, number];
  trees: number;
  earth: number;
  /** Layers drawn in the earth. */
  strata: number;
  /** The line of the ground. */
  turf: number;
  /** Ticks and numbers in the earth. */
  ruler: number;
  /** Text and poles against the sky. */
  ink: number;
  creature: number;
  /** The latest ancestor; older ones fade into the sky. */
  ghost: number;
  /** Pinned ghosts: a cooler colour than the others. */
  pinned: number;
  /** Mixed into near limbs (light) and far limbs (dark). */
  light: number;
  dark: number;
  eye: number;
  pupil: number;
  dust: number;
  shadow: number;
  /** A joint at rest, at half its torque, and at its full torque. */
  calm: number;
  warm: number;
  hot: number;
}

/** Warm paper and ink. */
export const paper: Palette = {
  sky: 0xf6eedd,
  disc: 0xf3d9ae,
  hills: [0xecdfc6, 0xe1d0b0, 0xd3be98],
  trees: 0xbfab83,
  earth: 0x2a2c37,
  strata: 0x353845,
  turf: 0x14151c,
  ruler: 0xb9b4a8,
  ink: 0x23252e,
  creature: 0xd4472a,
  ghost: 0xe69079,
  pinned: 0x83aeb3,
  light: 0xffa27d,
  dark: 0x3a1420,
  eye: 0xfffaf0,
  pupil: 0x23252e,
  dust: 0xcbb48c,
  shadow: 0x14151c,
  calm: 0x6fa9b8,
  warm: 0xf6e3bd,
  hot: 0xffc21f,
};

/** Deep blue dusk. */
export const dusk: Palette = {
  sky: 0x18223f,
  disc: 0x2b3860,
  hills: [0x212e55, 0x1b2647, 0x151e3a],
  trees: 0x25335d,
  earth: 0x090d1b,
  strata: 0x11172a,
  turf: 0x39466d,
  ruler: 0x98a2c0,
  ink: 0xf3e9d6,
  creature: 0xff9e57,
  ghost: 0x7382b8,
  pinned: 0xb4c1ea,
  light: 0xffd9a8,
  dark: 0x2a1a3c,
  eye: 0xfffaf0,
  pupil: 0x18223f,
  dust: 0x566490,
  shadow: 0x04060e,
  calm: 0x5f8fd0,
  warm: 0xf6ead0,
  hot: 0xff5a4d,
};

/** Linear mixture of two colours: `a` at share 0, `b` at share 1. */
export function mix(a: number, b: number, share: number): number {
  const channel = (shift: number) => {
    const from = (a >> shift) & 255;
    return Math.round(from + (((b >> shift) & 255) - from) * share) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

/** The palette for a creature in a colour of its own: near limbs are lighter in the same hue. */
export const colouredPalette = (palette: Palette, colour: number | undefined): Palette =>
  colour === undefined ? palette : { ...palette, creature: colour, light: mix(colour, 0xfff6e4, 0.6) };

/** Colour of an effort from 0 to 1: calm, warm, hot. The pale middle avoids a muddy mixture. */
export function heat({ calm, warm, hot }: Palette, share: number): number {
  return share < 0.5 ? mix(calm, warm, 2 * share) : mix(warm, hot, 2 * share - 1);
}
