import type { Mark } from '../export/mark.ts';
import { paint } from '../export/paint.ts';
import type { PictureSize } from '../export/size.ts';
import { UserError } from './user-error.ts';

/** Draws marks into pictures of one size. */
export interface DrawingCanvas {
  /** Pixels of the picture as red, green, blue, alpha. */
  pixels(marks: readonly Mark[]): Uint8ClampedArray;
  png(marks: readonly Mark[]): Buffer;
}

/** Throws a UserError when the drawing library, an optional dependency, is not installed. */
export async function openCanvas({ width, height }: PictureSize): Promise<DrawingCanvas> {
  const { createCanvas } = await import('@napi-rs/canvas').catch(() => {
    throw new UserError(
      'pictures need the library @napi-rs/canvas: npm install @napi-rs/canvas. SVG, CSV and JSON work without it',
    );
  });
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  return {
    pixels(marks) {
      paint(context, marks);
      return context.getImageData(0, 0, width, height).data;
    },
    png(marks) {
      paint(context, marks);
      return canvas.toBuffer('image/png');
    },
  };
}
