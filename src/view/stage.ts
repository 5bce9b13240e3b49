import type { BodyPlan } from '../creature/body-plan.ts';
import { createCamera, type Frame } from './camera.ts';
import { glance } from './glance.ts';
import type { Palette } from './palette.ts';
import { type Act, createPlayback } from './playback.ts';
import { type Pose, standingPose } from './pose.ts';
import { createRenderer } from './renderer.ts';
import { createScene } from './scene.ts';

/** How a stage is to be. */
export interface StageOptions {
  /** The stage fills this element. */
  host: HTMLElement;
  palette: Palette;
  /** Draw by this alone; without it by WebGL where a graphics card does the work, else by canvas. */
  renderer?: 'webgl' | 'canvas';
  /** For those who get sick of motion: nothing moves but the creatures. */
  calm: boolean;
  onAct(act: Act): void;
  /** One of the crowd was clicked: its place in it. */
  onPick?(place: number): void;
  /** What is seen now, told at each frame: seconds of the life, and how far the creature has come in it, metres. */
  onLook(seen: { time: number; distance: number }): void;
}

/** Where lives are shown. */
export interface Stage {
  readonly rendererName: string;
  /** Another creature stands there and waits for a life to be offered. */
  stand(plan: BodyPlan): void;
  /** The newest life there is to show. */
  offer(act: Act): void;
  /** This life instead, at once. */
  cut(act: Act): void;
  mark(distance: number | undefined, words: string): void;
  setSpeed(speed: number): void;
  setPalette(palette: Palette): void;
  setCalm(calm: boolean): void;
  /** Nobody looks: nothing is drawn, and the show stands still. */
  setHidden(hidden: boolean): void;
  destroy(): void;
}

/** Longest step of the viewer's time at once, s: after a pause the show goes on where it was. */
const LONGEST = 0.1;

export async function createStage(options: StageOptions): Promise<Stage> {
  const { host, onAct, onLook } = options;
  const renderer = await createRenderer(options);
  const frame: Frame = { width: host.clientWidth, height: host.clientHeight };
  const camera = createCamera();
  const playback = createPlayback();
  let { palette, calm } = options;
  let scene = createScene(palette, frame);
  let plan: BodyPlan | undefined;
  let pose: Pose = new Float64Array(0);
  let speed = 1;
  let marked: [distance: number | undefined, words: string] = [undefined, ''];
  let then = performance.now();
  let request = 0;
  renderer.background.color = palette.sky;
  host.append(renderer.canvas as HTMLCanvasElement);

  function enter(act: Act | undefined): void {
    if (act) plan = act.recording.plan;
    if (plan) scene.enter(plan, act);
  }

  function draw(now: number): void {
    request = requestAnimationFrame(draw);
    if (plan === undefined) return;
    const dt = Math.min(LONGEST, Math.max(0, (now - then) / 1000));
    then = now;
    if (playback.advance(dt, speed)) {
      enter(playback.act);
      if (playback.act) onAct(playback.act);
    }
    const { act, time } = playback;
    const sight = { plan, act, time, isOver: playback.isOver };
    pose = glance(scene, camera, frame, sight, { dt, clock: now / 1000, speed, calm }, pose);
    renderer.render(scene.root);
    if (act) onLook({ time, distance: (pose[0] as number) - (act.recording.poses[0] as number) });
  }

  host.addEventListener('click', ({ offsetX, offsetY }) => {
    const place = playback.act?.crowd && scene.at(camera, offsetX, offsetY);
    if (place !== undefined) options.onPick?.(place);
  });
  const observer = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = host;
    if (width === 0 || height === 0 || (width === frame.width && height === frame.height)) return;
    Object.assign(frame, { width, height });
    renderer.resize(width, height);
    scene.resize(frame);
    camera.cut(scene.subject(pose, 0), frame);
  });
  observer.observe(host);
  request = requestAnimationFrame(draw);

  return {
    rendererName: renderer.name,
    stand(next) {
      plan = next;
      playback.clear();
      pose = standingPose(next);
      enter(undefined);
      camera.cut(scene.subject(pose, 0), frame);
    },
    offer: playback.offer,
    cut: playback.cut,
    mark(distance, words) {
      marked = [distance, words];
      scene.mark(...marked);
    },
    setSpeed(next) {
      speed = next;
    },
    setPalette(next) {
      palette = next;
      renderer.background.color = palette.sky;
      scene.destroy();
      scene = createScene(palette, frame);
      scene.mark(...marked);
      enter(playback.act);
    },
    setCalm(next) {
      calm = next;
    },
    setHidden(hidden) {
      cancelAnimationFrame(request);
      if (!hidden) request = requestAnimationFrame(draw);
    },
    destroy() {
      cancelAnimationFrame(request);
      observer.disconnect();
      scene.destroy();
      renderer.destroy({ removeView: true });
    },
  };
}
