import { caption } from '../../../export/caption.ts';
import { paint } from '../../../export/paint.ts';
import type { PictureSize } from '../../../export/size.ts';
import { createCamera } from '../../../view/camera.ts';
import { glance } from '../../../view/glance.ts';
import type { Palette } from '../../../view/palette.ts';
import type { Act } from '../../../view/playback.ts';
import { lengthOf, type Pose, poseAt } from '../../../view/pose.ts';
import { createRenderer } from '../../../view/renderer.ts';
import { createScene, type Extras } from '../../../view/scene.ts';

/** A stage nobody sees, on which a life is drawn moment by moment. */
export interface FilmRecorder {
  /** With the newest picture. */
  readonly canvas: HTMLCanvasElement;
  /** Back behind the camera: the next picture is a first one. */
  cut(): void;
  /** The life at a moment, `dt` seconds of the viewer's time after the picture before. */
  draw(time: number, dt: number): void;
  pixels(): Uint8ClampedArray;
  destroy(): void;
}

export interface FilmRecorderOptions {
  act: Act;
  size: PictureSize;
  palette: Palette;
  /** Overlays, ghosts and guests, as on the stage. */
  extras: Extras;
  caption: string;
  renderer?: 'webgl' | 'canvas' | undefined;
}

export async function createFilmRecorder({
  act,
  size,
  palette,
  extras,
  caption: words,
  renderer: by,
}: FilmRecorderOptions): Promise<FilmRecorder> {
  const host = { clientWidth: size.width, clientHeight: size.height };
  const renderer = await createRenderer({ host, resolution: 1, ...(by && { renderer: by }) });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('there is no canvas to draw on');
  const { recording } = act;
  const { plan } = recording;
  const scene = createScene(palette, size);
  const camera = createCamera();
  const title = caption(words, size, palette);
  const end = lengthOf(recording);
  let pose: Pose = poseAt(recording, 0);
  let clock = 0;
  let isFirst = true;
  renderer.background.color = palette.sky;
  scene.enter(plan, act);
  scene.show(extras);
  // Overlays come when they are asked for: no picture is to lack them.
  if (extras.overlays.length > 0) await import('../../../view/overlays/catalogue.ts');
  return {
    canvas,
    cut() {
      isFirst = true;
      clock = 0;
    },
    draw(time, dt) {
      if (isFirst) camera.cut(scene.subject(poseAt(recording, time), 0), size);
      isFirst = false;
      clock += dt;
      const viewing = { dt, clock, speed: 1, calm: false };
      pose = glance(scene, camera, size, { plan, act, time, isOver: time >= end }, viewing, pose);
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
