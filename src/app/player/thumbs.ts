import { stagePalette } from '../../export/colours.ts';
import { paint } from '../../export/paint.ts';
import { createPictures } from '../../export/picture.ts';
import type { Recording } from '../../sim/recording.ts';

/** Size of one picture, CSS pixels. */
const CELL = { width: 88, height: 50 };
/** Resolution of the pictures; size of the canvas on which a picture is drawn, as a multiple of the cell to which it is cropped. */
const RESOLUTION = 2;
const CROP = 1.9;
/** Horizontal centre of the crop as a share of the picture; height of the ground as a share of picture and cell. */
const CENTRE = 0.42;
const GROUND = { picture: 0.7, cell: 0.8 };

/** Fills a canvas with pictures of an episode up to `end` seconds, side by side; each shows the time at its centre. */
export function drawThumbs(canvas: HTMLCanvasElement, recording: Recording, end: number, isDark: boolean): void {
  const count = Math.max(3, Math.round(canvas.clientWidth / CELL.width));
  const [width, height] = [RESOLUTION * Math.ceil(canvas.clientWidth / count), RESOLUTION * CELL.height];
  const frame = { width: CROP * width, height: CROP * height };
  Object.assign(canvas, { width: count * width, height });
  const large = document.createElement('canvas');
  Object.assign(large, frame);
  const [whole, one] = [canvas.getContext('2d'), large.getContext('2d')];
  if (whole === null || one === null) return;
  const [left, top] = [CENTRE * frame.width - width / 2, GROUND.picture * frame.height - GROUND.cell * height];
  for (let i = 0; i < count; i++) {
    const draw = createPictures({ recording, fell: false, frame, palette: stagePalette(isDark), caption: () => [] });
    paint(one, draw(((i + 0.5) / count) * end, 0));
    whole.drawImage(large, left, top, width, height, i * width, 0, width, height);
  }
}
