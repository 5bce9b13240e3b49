import { coloursOf } from '../../export/colours.ts';
import { paint } from '../../export/paint.ts';
import { createPictures } from '../../export/picture.ts';
import type { Recording } from '../../sim/recording.ts';

/** Of one picture, pixels of the screen. */
const CELL = { width: 88, height: 50 };
/** Drawn so many times larger, so that the ground's numbers stay small; and so much of it is left out around the creature. */
const FINE = 2;
const CROP = 1.9;
/** Where in the whole picture the middle of the cell and the cell's ground are. */
const MIDDLE = 0.42;
const GROUND = { whole: 0.7, cell: 0.8 };

/** Draws pictures of a life, up to so many seconds, side by side over the width of a canvas, each of the moment in its middle. */
export function drawThumbs(canvas: HTMLCanvasElement, recording: Recording, end: number, isDark: boolean): void {
  const count = Math.max(3, Math.round(canvas.clientWidth / CELL.width));
  const [width, height] = [FINE * Math.ceil(canvas.clientWidth / count), FINE * CELL.height];
  const frame = { width: CROP * width, height: CROP * height };
  Object.assign(canvas, { width: count * width, height });
  const large = document.createElement('canvas');
  Object.assign(large, frame);
  const [whole, one] = [canvas.getContext('2d'), large.getContext('2d')];
  if (whole === null || one === null) return;
  const [left, top] = [MIDDLE * frame.width - width / 2, GROUND.whole * frame.height - GROUND.cell * height];
  for (let i = 0; i < count; i++) {
    const draw = createPictures({ recording, fell: false, frame, palette: coloursOf(isDark), caption: '' });
    paint(one, draw(((i + 0.5) / count) * end, 0));
    whole.drawImage(large, left, top, width, height, i * width, 0, width, height);
  }
}
