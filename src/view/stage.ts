import type { BodyPlan } from '../creature/body-plan.ts';
import { listenToGestures } from './gestures.ts';
import { glance } from './glance.ts';
import { createHeldCamera } from './held-camera.ts';
import type { Palette } from './palette.ts';
import { type Act, createPlayback } from './playback.ts';
import { type Pose, standingPose } from './pose.ts';
import { createScene, type Extras } from './scene.ts';
import { createSurface } from './surface.ts';

export interface StageOptions {
  /** The stage fills this element. */
  host: HTMLElement;
  palette: Palette;
  /** The renderer to use; by default WebGL where a graphics card computes it, else canvas. */
  renderer?: 'webgl' | 'canvas';
  /** Nothing moves but the creatures, for viewers who get sick of motion. */
  calm: boolean;
  onAct(act: Act): void;
  /** A creature of the crowd was clicked: its place in the crowd. */
  onPick?(place: number): void;
  /** The viewer moved the camera away, or it follows again. */
  onStray?(isAstray: boolean): void;
  /** Called at each frame with the time within the episode, seconds, and how far the creature has come in it, metres. */
  onLook(seen: { time: number; distance: number }): void;
  /** WebGL was lost and did not come back: a canvas renderer draws from now on. */
  onFallback?(): void;
}

/** Shows episodes. */
export interface Stage {
  readonly rendererName: string;
  /** Shows another creature, standing, until an episode is offered. */
  stand(plan: BodyPlan): void;
  /** The newest episode to show. */
  offer(act: Act): void;
  /** Shows this episode at once. */
  cut(act: Act): void;
  mark(distance: number | undefined, words: string): void;
  show(extras: Extras): void;
  setSpeed(speed: number): void;
  /** Stops the time of the show, or lets it run. */
  setHeld(isHeld: boolean): void;
  /** Moves on by this many frames. */
  step(frames: number): void;
  /** Goes to a time within the episode, seconds. */
  seek(time: number): void;
  /** Zooms in by this many steps. */
  zoom(steps: number): void;
  /** Moves the camera forward by this many steps. */
  pan(steps: number): void;
  /** The camera follows the creature again. */
  follow(): void;
  setPalette(palette: Palette): void;
  setCalm(calm: boolean): void;
  /** Draws nothing and stops the time, while something covers the stage. */
  setHidden(hidden: boolean): void;
  destroy(): void;
}

/** Longest time step of the show, s: after a pause it continues where it was. */
const LONGEST = 0.1;

/** Magnification of one zoom step; length of one camera step, as a share of the window. */
const ZOOM_STEP = 1.3;
const PAN_STEP = 0.12;

export async function createStage(options: StageOptions): Promise<Stage> {
  const { host, onAct, onLook } = options;
  const surface = await createSurface({
    ...options,
    onResize() {
      scene.resize(frame);
      camera.cut(scene.subject(pose, 0), frame);
    },
    onFallback() {
      rebuild();
      options.onFallback?.();
    },
  });
  const { frame } = surface;
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
  surface.setBackground(palette.sky);

  function enter(act: Act | undefined): void {
    if (act) plan = act.recording.plan;
    if (plan) scene.enter(plan, act);
  }

  /** Creates everything that is drawn anew: for other colours, or another renderer. */
  function rebuild(): void {
    scene.destroy();
    scene = createScene(palette, frame);
    scene.mark(...marked);
    if (extras) scene.show(extras);
    enter(playback.act);
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
    surface.render(scene.root);
    if (act) onLook({ time, distance: pose[0]! - act.recording.poses[0]! });
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
  request = requestAnimationFrame(draw);

  return {
    get rendererName() {
      return surface.rendererName;
    },
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
    zoom: (steps) => camera.zoom(ZOOM_STEP ** steps),
    pan: (steps) => camera.drag(-steps * PAN_STEP * frame.width, 0),
    follow: () => camera.release(),
    setSpeed(next) {
      speed = next;
    },
    setPalette(next) {
      palette = next;
      surface.setBackground(palette.sky);
      rebuild();
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
      leave();
      scene.destroy();
      surface.destroy();
    },
  };
}
