import type { BodyPlan } from '../creature/body-plan.ts';
import type { Frame } from './camera.ts';
import { listenToGestures } from './gestures.ts';
import { glance } from './glance.ts';
import { createHeldCamera } from './held-camera.ts';
import type { Palette } from './palette.ts';
import { type Act, createPlayback } from './playback.ts';
import { type Pose, standingPose } from './pose.ts';
import { createRenderer } from './renderer.ts';
import { createScene, type Extras } from './scene.ts';

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
  /** The camera was taken somewhere else, or follows again. */
  onStray?(isAstray: boolean): void;
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
  show(extras: Extras): void;
  setSpeed(speed: number): void;
  /** The show stands still, or goes on. */
  setHeld(isHeld: boolean): void;
  /** So many frames on. */
  step(frames: number): void;
  /** To a moment of the life shown, seconds. */
  seek(time: number): void;
  /** So many steps closer. */
  zoom(steps: number): void;
  /** Looks on along the way by so many steps. */
  pan(steps: number): void;
  /** The camera follows again, as it does by itself. */
  follow(): void;
  setPalette(palette: Palette): void;
  setCalm(calm: boolean): void;
  /** Nobody looks: nothing is drawn, and the show stands still. */
  setHidden(hidden: boolean): void;
  destroy(): void;
}

/** Longest step of the viewer's time at once, s: after a pause the show goes on where it was. */
const LONGEST = 0.1;

/** A step closer, times; and one aside, as a share of the window. */
const CLOSER = 1.3;
const ASIDE = 0.12;

export async function createStage(options: StageOptions): Promise<Stage> {
  const { host, onAct, onLook } = options;
  const renderer = await createRenderer(options);
  const frame: Frame = { width: host.clientWidth, height: host.clientHeight };
  const camera = createHeldCamera();
  const playback = createPlayback();
  let { palette, calm } = options;
  let scene = createScene(palette, frame);
  let plan: BodyPlan | undefined;
  let pose: Pose = new Float64Array(0);
  let speed = 1;
  let marked: [distance: number | undefined, words: string] = [undefined, ''];
  let extras: Extras | undefined;
  let [isHeld, isAstray] = [false, false];
  let clock = 0;
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
    if (!isHeld) clock += dt;
    if (playback.advance(dt, speed)) {
      enter(playback.act);
      if (playback.act) onAct(playback.act);
    }
    const { act, time } = playback;
    const sight = { plan, act, time, isOver: playback.isOver };
    pose = glance(scene, camera, frame, sight, { dt, clock, speed, calm, isHeld }, pose);
    renderer.render(scene.root);
    if (act) onLook({ time, distance: (pose[0] as number) - (act.recording.poses[0] as number) });
    if (isAstray !== camera.isAstray) {
      isAstray = camera.isAstray;
      options.onStray?.(isAstray);
    }
  }

  const leave = listenToGestures(host, {
    drag: (dx, dy) => camera.drag(dx, dy),
    zoom: (times, x, y) => camera.zoom(times, x, y),
    release: () => camera.release(),
    click(x, y) {
      const place = playback.act?.crowd && scene.at(camera, x, y);
      if (place !== undefined) options.onPick?.(place);
    },
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
      camera.release();
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
    show(next) {
      extras = next;
      scene.show(extras);
    },
    setHeld(next) {
      isHeld = next;
      playback.hold(isHeld);
    },
    step: playback.step,
    seek: playback.seek,
    zoom: (steps) => camera.zoom(CLOSER ** steps),
    pan: (steps) => camera.drag(-steps * ASIDE * frame.width, 0),
    follow: () => camera.release(),
    setSpeed(next) {
      speed = next;
    },
    setPalette(next) {
      palette = next;
      renderer.background.color = palette.sky;
      scene.destroy();
      scene = createScene(palette, frame);
      scene.mark(...marked);
      if (extras) scene.show(extras);
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
      leave();
      scene.destroy();
      renderer.destroy({ removeView: true });
    },
  };
}
