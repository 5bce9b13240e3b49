import type { Page } from 'playwright';

/**
 * The middle of the white of the creature's eye, in the window: on its torso, and only the creature in front has one. For light
 * colours. Undefined while nothing is seen of it.
 */
export const eyeOn = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('.stage canvas') as HTMLCanvasElement;
    const { left, top } = canvas.getBoundingClientRect();
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    copy.drawImage(canvas, 0, 0);
    const pixels = new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
    let [count, x, y] = [0, 0, 0];
    for (let i = 0; i < pixels.length; i++) {
      // As in memory: blue, green, red from the left.
      if (pixels[i] !== 0xfff0faff) continue;
      count++;
      x += i % width;
      y += Math.floor(i / width);
    }
    const scale = canvas.clientWidth / width;
    return count < 4 ? undefined : { x: left + (scale * x) / count, y: top + (scale * y) / count };
  });
