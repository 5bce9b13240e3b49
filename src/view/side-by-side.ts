import { Container, Graphics } from 'pixi.js';
import { createCamera } from './camera.ts';
import type { Palette } from './palette.ts';
import type { Clip } from './playback.ts';
import { lengthOf, type Pose } from './pose.ts';
import type { RendererOptions } from './renderer.ts';
import { createScene } from './scene.ts';
import { createSurface } from './surface.ts';
import { updateScene, type ViewerState } from './update-scene.ts';

export interface SideBySideOptions extends RendererOptions {
  host: HTMLElement;
  palette: Palette;
  calm: boolean;
  /** Elements within the host, one for each clip, which is drawn there. */
  cells: readonly HTMLElement[];
  clips: readonly Clip[];
  /** Playback speed, read at each frame. */
  speed(): number;
  /** Called a few times a second: the distance each has covered, metres, and the seconds into the episodes. */
  onFrame(distances: number[], time: number): void;
}

/** Several clips side by side, all at the same time. */
export interface SideBySide {
  destroy(): void;
}

/** Longest time step, pause before all begin again, and interval of `onFrame`, seconds. */
const MAX_STEP = 0.1;
const PAUSE_AT_END = 1.2;
const REPORT_INTERVAL = 0.1;
/** Radius of a picture's corners, pixels. */
const CORNER_RADIUS = 14;

/** One of the pictures, with its own scene and camera within the canvas. */
function createPicture(cell: HTMLElement, clip: Clip, palette: Palette) {
  const frame = { width: cell.clientWidth, height: cell.clientHeight };
  const root = new Container({ x: cell.offsetLeft, y: cell.offsetTop });
  const area = () => new Graphics().roundRect(0, 0, frame.width, frame.height, CORNER_RADIUS);
  const [sky, edge] = [area().fill(palette.sky), area().fill(0xffffff)];
  const scene = createScene(palette, frame);
  const camera = createCamera();
  let pose: Pose = new Float64Array(0);
  const { plan, poses } = clip.recording;
  root.addChild(sky, scene.root, edge);
  root.mask = edge;
  scene.begin(plan, clip);
  camera.cut(scene.subjectOf(poses, 0), frame);
  return {
    root,
    update(time: number, viewer: ViewerState): number {
      const isOver = time >= lengthOf(clip.recording);
      pose = updateScene(scene, camera, frame, { plan, clip, time, isOver }, viewer, pose);
      return pose[0]! - poses[0]!;
    },
    destroy: () => scene.destroy(),
  };
}

export async function createSideBySide(options: SideBySideOptions): Promise<SideBySide> {
  const { cells, clips, palette, calm, speed, onFrame } = options;
  const surface = await createSurface({
    ...options,
    isTransparent: true,
    onResize: createPictures,
    onFallback: createPictures,
  });
  const root = new Container();
  let pictures: ReturnType<typeof createPicture>[] = [];
  const end = Math.max(...clips.map(({ recording }) => lengthOf(recording)));
  let time = 0;
  let then = performance.now();
  let reported = Number.NEGATIVE_INFINITY;
  let request = 0;

  function createPictures(): void {
    for (const picture of pictures) picture.destroy();
    root.removeChildren();
    pictures = clips.map((clip, i) => createPicture(cells[i]!, clip, palette));
    root.addChild(...pictures.map((picture) => picture.root));
  }

  function draw(now: number): void {
    request = requestAnimationFrame(draw);
    const dt = Math.min(MAX_STEP, Math.max(0, (now - then) / 1000));
    then = now;
    time = time > end + PAUSE_AT_END ? 0 : time + dt * speed();
    const viewer = { dt, clock: now / 1000, speed: speed(), calm };
    const distances = pictures.map((picture) => picture.update(Math.min(time, end), viewer));
    surface.render(root);
    if (Math.abs(now / 1000 - reported) < REPORT_INTERVAL) return;
    reported = now / 1000;
    onFrame(distances, Math.min(time, end));
  }

  createPictures();
  request = requestAnimationFrame(draw);
  return {
    destroy() {
      cancelAnimationFrame(request);
      for (const picture of pictures) picture.destroy();
      surface.destroy();
    },
  };
}
