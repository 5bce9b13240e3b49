import type { CaptionAt } from '../../../export/caption.ts';
import { paint } from '../../../export/paint.ts';
import type { PictureSize } from '../../../export/size.ts';
import { createCamera } from '../../../view/camera.ts';
import type { Palette } from '../../../view/palette.ts';
import type { Clip } from '../../../view/playback.ts';
import { lengthOf, type Pose, poseAt } from '../../../view/pose.ts';
import { createRenderer } from '../../../view/renderer.ts';
import { createScene, type Extras } from '../../../view/scene.ts';
import { updateScene } from '../../../view/update-scene.ts';

/** One episode of a film, or a part of it. */
export interface FilmScene {
  clip: Clip;
  /** Times of the episode that are drawn, seconds. */
  times: readonly number[];
  caption: CaptionAt;
}

/** Draws episodes picture by picture on a canvas that is not part of the page. */
export interface FilmRecorder {
  /** Holds the newest picture. */
  readonly canvas: HTMLCanvasElement;
  /** Begins a scene, with the camera at the creature. */
  begin(scene: FilmScene): void;
  /** Draws a time of the scene, `dt` seconds of the viewer's time after the picture before. */
  draw(time: number, dt: number): void;
  pixels(): Uint8ClampedArray;
  destroy(): void;
}

export interface FilmRecorderOptions {
  size: PictureSize;
  palette: Palette;
  /** Overlays and ghosts, as on the stage. */
  extras: Extras;
  renderer?: 'webgl' | 'canvas' | undefined;
}

/** A picture is drawn as in a window whose smaller side has at most so many pixels, so that the ruler can be read. */
const SMALL_SIDE = 480;

export async function createFilmRecorder({
  size,
  palette,
  extras,
  renderer: rendererName,
}: FilmRecorderOptions): Promise<FilmRecorder> {
  const resolution = Math.max(1, Math.min(size.width, size.height) / SMALL_SIDE);
  const frame = { width: size.width / resolution, height: size.height / resolution };
  const host = { clientWidth: frame.width, clientHeight: frame.height };
  const renderer = await createRenderer({ host, resolution, ...(rendererName && { renderer: rendererName }) });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('there is no canvas to draw on');
  const scene = createScene(palette, frame);
  const camera = createCamera();
  let filmed: FilmScene | undefined;
  let pose: Pose = new Float64Array(0);
  let clock = 0;
  let isFirst = true;
  renderer.background.color = palette.sky;
  scene.setExtras(extras);
  // Overlays are loaded on demand: wait, so that no picture lacks them.
  if (extras.overlays.length > 0) await import('../../../view/overlays/catalogue.ts');
  return {
    canvas,
    begin(next) {
      filmed = next;
      isFirst = true;
      clock = 0;
      scene.begin(next.clip.recording.plan, next.clip);
    },
    draw(time, dt) {
      if (filmed === undefined) return;
      const { clip, caption } = filmed;
      const { recording } = clip;
      if (isFirst) camera.cut(scene.subjectOf(poseAt(recording, time), 0), frame);
      isFirst = false;
      clock += dt;
      const viewer = { dt, clock, speed: 1, calm: false };
      const content = { plan: recording.plan, clip, time, isOver: time >= lengthOf(recording) };
      pose = updateScene(scene, camera, frame, content, viewer, pose);
      renderer.render(scene.root);
      context.drawImage(renderer.canvas as HTMLCanvasElement, 0, 0, size.width, size.height);
      paint(context, caption(pose[0]! - recording.poses[0]!));
    },
    pixels: () => context.getImageData(0, 0, size.width, size.height).data,
    destroy() {
      scene.destroy();
      renderer.destroy({ removeView: true });
    },
  };
}
