import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import type { Frame } from '../view/camera.ts';
import { gifDelays } from './frame-times.ts';

/** Pixels of a canvas: red, green, blue, alpha. */
export type Pixels = Uint8ClampedArray;

/** An encoder of one GIF. */
export interface Gif {
  add(pixels: Pixels): void;
  /** Returns the bytes of the file. */
  finish(): Uint8Array<ArrayBuffer>;
}

/** Maximum number of colours in a GIF. */
const COLOURS = 256;

function concatenate(pictures: readonly Pixels[]): Pixels {
  const all = new Uint8ClampedArray(pictures.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const each of pictures) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}

/**
 * Encodes a GIF that loops endlessly. All frames share one colour table, computed from `samples`: with one table per frame,
 * areas that do not change would flicker.
 */
export function createGif({ width, height }: Frame, frameCount: number, fps: number, samples: readonly Pixels[]): Gif {
  const encoder = GIFEncoder();
  const delays = gifDelays(frameCount, fps);
  const colours = quantize(concatenate(samples), COLOURS, { format: 'rgb565' });
  let count = 0;
  return {
    add(pixels) {
      const delay = 10 * (delays[count] ?? 0);
      const first = count === 0 && { palette: colours, repeat: 0 };
      encoder.writeFrame(applyPalette(pixels, colours, 'rgb565'), width, height, { delay, ...first });
      count++;
    },
    finish() {
      encoder.finish();
      return encoder.bytes();
    },
  };
}
