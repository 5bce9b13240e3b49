/** Colours are 0xrrggbb; a missing colour means no fill or no stroke. */
interface MarkStyle {
  fill?: number;
  stroke?: number;
  /** Width of the stroke, pixels. */
  width?: number;
  /** Opacity, 0 to 1. */
  alpha?: number;
}

/** One shape or text in a picture, for a canvas or an SVG; pixels from the upper left corner. */
export type Mark = MarkStyle &
  (
    | { kind: 'line'; points: readonly number[]; isClosed: boolean }
    | { kind: 'ellipse'; x: number; y: number; rx: number; ry: number; turn?: number }
    | { kind: 'words'; x: number; y: number; text: string; size: number; isBold?: boolean; isCentred?: boolean }
  );

/** A filled polygon. */
export const area = (points: readonly number[], fill: number, alpha = 1): Mark => {
  return { kind: 'line', points, isClosed: true, fill, alpha };
};

export const disc = (x: number, y: number, radius: number, fill: number, alpha = 1): Mark => {
  return { kind: 'ellipse', x, y, rx: radius, ry: radius, fill, alpha };
};

/** A rectangle by its upper left corner and size. */
export const box = (x: number, y: number, width: number, height: number, fill: number, alpha = 1): Mark =>
  area([x, y, x + width, y, x + width, y + height, x, y + height], fill, alpha);
