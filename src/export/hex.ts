/** A colour 0xrrggbb in the notation of CSS and SVG, `#rrggbb`. */
export const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
