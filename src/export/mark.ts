/** A colour and how much of it, or none; 0xrrggbb and 0 to 1. */
interface Look {
  fill?: number;
  stroke?: number;
  /** Of the stroke, pixels. */
  width?: number;
  alpha?: number;
}

/** One thing on a picture, pixels from its upper left corner: what a canvas paints and an SVG says. */
export type Mark = Look &
  (
    | { kind: 'line'; points: readonly number[]; isClosed: boolean }
    | { kind: 'ellipse'; x: number; y: number; rx: number; ry: number; turn?: number }
    | { kind: 'words'; x: number; y: number; text: string; size: number; isBold?: boolean; isCentred?: boolean }
  );

/** A polygon with a colour. */
export const area = (points: readonly number[], fill: number, alpha = 1): Mark => {
  return { kind: 'line', points, isClosed: true, fill, alpha };
};

export const disc = (x: number, y: number, radius: number, fill: number, alpha = 1): Mark => {
  return { kind: 'ellipse', x, y, rx: radius, ry: radius, fill, alpha };
};

/** A rectangle by its corner and size. */
export const box = (x: number, y: number, width: number, height: number, fill: number, alpha = 1): Mark =>
  area([x, y, x + width, y, x + width, y + height, x, y + height], fill, alpha);
