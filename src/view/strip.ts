import { Container, Graphics } from 'pixi.js';
import { createCamera } from './camera.ts';
import { glance } from './glance.ts';
import type { Palette } from './palette.ts';
import type { Act } from './playback.ts';
import { lengthOf, type Pose } from './pose.ts';
import type { RendererOptions } from './renderer.ts';
import { createScene } from './scene.ts';
import { createSurface } from './surface.ts';

export interface StripOptions extends RendererOptions {
  host: HTMLElement;
  palette: Palette;
  calm: boolean;
  /** Elements within the host, one for each life: it is drawn where its element lies. */
  cells: readonly HTMLElement[];
  acts: readonly Act[];
  /** Read at each frame. */
  speed(): number;
  /** How far each has come, metres, and seconds into their lives; told a few times a second. */
  onLook(distances: number[], time: number): void;
}

/** Several lives side by side, all at the same moment. */
export interface Strip {
  destroy(): void;
}

/** Longest step of the viewer's time at once, s; the pause before all begin again; between two tellings. */
const LONGEST = 0.1;
const REST = 1.2;
const EVERY = 0.1;
/** Of a picture's corners, pixels. */
const ROUND = 14;

/** One picture of the strip, drawn on its own stage within the canvas. */
function createPicture(cell: HTMLElement, act: Act, palette: Palette) {
  const frame = { width: cell.clientWidth, height: cell.clientHeight };
  const root = new Container({ x: cell.offsetLeft, y: cell.offsetTop });
  const area = () => new Graphics().roundRect(0, 0, frame.width, frame.height, ROUND);
  const [sky, edge] = [area().fill(palette.sky), area().fill(0xffffff)];
  const scene = createScene(palette, frame);
  const camera = createCamera();
  let pose: Pose = new Float64Array(0);
  const { plan, poses } = act.recording;
  root.addChild(sky, scene.root, edge);
  root.mask = edge;
  scene.enter(plan, act);
  camera.cut(scene.subject(poses, 0), frame);
  return {
    root,
    look(time: number, viewing: Parameters<typeof glance>[4]): number {
      const isOver = time >= lengthOf(act.recording);
      pose = glance(scene, camera, frame, { plan, act, time, isOver }, viewing, pose);
      return (pose[0] as number) - (poses[0] as number);
    },
    destroy: () => scene.destroy(),
  };
}

export async function createStrip(options: StripOptions): Promise<Strip> {
  const { cells, acts, palette, calm, speed, onLook } = options;
  const surface = await createSurface({ ...options, isClear: true, onResize: lay, onFallback: lay });
  const root = new Container();
  let pictures: ReturnType<typeof createPicture>[] = [];
  const end = Math.max(...acts.map(({ recording }) => lengthOf(recording)));
  let time = 0;
  let then = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  let request = 0;

  function lay(): void {
    for (const picture of pictures) picture.destroy();
    root.removeChildren();
    pictures = acts.map((act, i) => createPicture(cells[i] as HTMLElement, act, palette));
    root.addChild(...pictures.map((picture) => picture.root));
  }

  function draw(now: number): void {
    request = requestAnimationFrame(draw);
    const dt = Math.min(LONGEST, Math.max(0, (now - then) / 1000));
    then = now;
    time = time > end + REST ? 0 : time + dt * speed();
    const viewing = { dt, clock: now / 1000, speed: speed(), calm };
    const distances = pictures.map((picture) => picture.look(Math.min(time, end), viewing));
    surface.render(root);
    if (Math.abs(now / 1000 - told) < EVERY) return;
    told = now / 1000;
    onLook(distances, Math.min(time, end));
  }

  lay();
  request = requestAnimationFrame(draw);
  return {
    destroy() {
      cancelAnimationFrame(request);
      for (const picture of pictures) picture.destroy();
      surface.destroy();
    },
  };
}
