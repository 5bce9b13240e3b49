import { caption } from '../../../export/caption.ts';
import { paint } from '../../../export/paint.ts';
import type { PictureSize } from '../../../export/size.ts';
import { createCamera } from '../../../view/camera.ts';
import type { Palette } from '../../../view/palette.ts';
import type { Clip } from '../../../view/playback.ts';
import { lengthOf, type Pose, poseAt } from '../../../view/pose.ts';
import { createRenderer } from '../../../view/renderer.ts';
import { createScene, type Extras } from '../../../view/scene.ts';
import { updateScene } from '../../../view/update-scene.ts';

/** Draws an episode picture by picture on a canvas that is not part of the page. */
export interface FilmRecorder {
  /** Holds the newest picture. */
  readonly canvas: HTMLCanvasElement;
  /** Resets the camera: the next picture is a first one. */
  cut(): void;
  /** Draws a time of the episode, `dt` seconds of the viewer's time after the picture before. */
  draw(time: number, dt: number): void;
  pixels(): Uint8ClampedArray;
  destroy(): void;
}

export interface FilmRecorderOptions {
  clip: Clip;
  size: PictureSize;
  palette: Palette;
  /** Overlays and ghosts, as on the stage. */
  extras: Extras;
  caption: string;
  renderer?: 'webgl' | 'canvas' | undefined;
}

export async function createFilmRecorder({
  clip,
  size,
  palette,
  extras,
  caption: words,
  renderer: rendererName,
}: FilmRecorderOptions): Promise<FilmRecorder> {
  const host = { clientWidth: size.width, clientHeight: size.height };
  const renderer = await createRenderer({ host, resolution: 1, ...(rendererName && { renderer: rendererName }) });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('there is no canvas to draw on');
  const { recording } = clip;
  const { plan } = recording;
  const scene = createScene(palette, size);
  const camera = createCamera();
  const title = caption(words, size, palette);
  const end = lengthOf(recording);
  let pose: Pose = poseAt(recording, 0);
  let clock = 0;
  let isFirst = true;
  renderer.background.color = palette.sky;
  scene.begin(plan, clip);
  scene.setExtras(extras);
  // Overlays are loaded on demand: wait, so that no picture lacks them.
  if (extras.overlays.length > 0) await import('../../../view/overlays/catalogue.ts');
  return {
    canvas,
    cut() {
      isFirst = true;
      clock = 0;
    },
    draw(time, dt) {
      if (isFirst) camera.cut(scene.subjectOf(poseAt(recording, time), 0), size);
      isFirst = false;
      clock += dt;
      const viewer = { dt, clock, speed: 1, calm: false };
      pose = updateScene(scene, camera, size, { plan, clip, time, isOver: time >= end }, viewer, pose);
      renderer.render(scene.root);
      context.drawImage(renderer.canvas as HTMLCanvasElement, 0, 0, size.width, size.height);
      paint(context, title);
    },
    pixels: () => context.getImageData(0, 0, size.width, size.height).data,
    destroy() {
      scene.destroy();
      renderer.destroy({ removeView: true });
    },
  };
}
