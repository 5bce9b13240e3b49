import { hex } from '../../export/hex.ts';
import { paint } from '../../export/paint.ts';
import { createPictures } from '../../export/picture.ts';
import type { Palette } from '../../view/palette.ts';
import { lengthOf } from '../../view/pose.ts';
import type { Living } from './living.ts';

/** Longest time step, and pause before an episode begins again, seconds. */
const MAX_STEP = 0.1;
const PAUSE_AT_END = 0.8;
/** Time of an episode that a still picture shows, seconds, if it lasts as long. */
const STILL = 2.6;
/** Small pictures are seen from closer than the stage. */
const CLOSER = 1.7;
/** Largest ratio of pixels to CSS pixels: a finer picture is not seen at this size. */
const MAX_RATIO = 2;

export interface AnimateOptions {
  canvas: HTMLCanvasElement;
  living: Pick<Living, 'recording' | 'fell'>;
  palette: Palette;
  /** Draws one picture only. */
  isStill: boolean;
}

/** Draws an episode on a canvas again and again. Returns a function that ends it. */
export function animate({ canvas, living, palette, isStill }: AnimateOptions): () => void {
  const context = canvas.getContext('2d');
  const frame = { width: canvas.clientWidth, height: canvas.clientHeight };
  if (context === null || frame.width === 0 || frame.height === 0) return () => {};
  const ratio = Math.min(MAX_RATIO, devicePixelRatio);
  canvas.width = Math.round(frame.width * ratio);
  canvas.height = Math.round(frame.height * ratio);
  const end = lengthOf(living.recording);
  const begin = () => createPictures({ ...living, frame, palette, closer: CLOSER, caption: () => [] });
  const sky = hex(palette.sky);
  let pictures = begin();
  const draw = (time: number, dt: number) => {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = sky;
    context.fillRect(0, 0, frame.width, frame.height);
    paint(context, pictures(time, dt));
  };
  if (isStill) {
    draw(Math.min(STILL, end), 0);
    return () => {};
  }
  let time = 0;
  let then = performance.now();
  let request = 0;
  const next = (now: number) => {
    request = requestAnimationFrame(next);
    const dt = Math.min(MAX_STEP, Math.max(0, (now - then) / 1000));
    then = now;
    time += dt;
    if (time > end + PAUSE_AT_END) {
      time = 0;
      pictures = begin();
    }
    draw(Math.min(time, end), dt);
  };
  next(then);
  return () => cancelAnimationFrame(request);
}
