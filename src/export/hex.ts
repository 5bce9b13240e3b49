/** A colour as CSS and SVG write it. */
export const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
