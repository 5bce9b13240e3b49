import type { BodyPlan } from '../creature/body-plan.ts';
import { listenToGestures } from './gestures.ts';
import { createGrasp, type Grasp } from './grasp.ts';
import { createInteractiveCamera } from './interactive-camera.ts';
import type { Palette } from './palette.ts';
import { type Clip, createPlayback } from './playback.ts';
import { type Pose, standingPose } from './pose.ts';
import { createScene, type Extras, type Scene } from './scene.ts';
import type { StageOptions } from './stage-options.ts';
import { createSurface } from './surface.ts';
import { updateScene } from './update-scene.ts';

/** Shows clips in an element: scene, camera, playback and renderer. */
export interface Stage {
  readonly rendererName: string;
  /** Shows a standing creature until a clip is offered. */
  showIdle(plan: BodyPlan): void;
  /** Offers a newer clip; see `Playback.offer`. */
  offer(clip: Clip): void;
  /** Shows a clip at once. */
  cut(clip: Clip): void;
  /** Places the flag, metres from the start; undefined hides it. */
  setFlag(distance: number | undefined, words: string): void;
  setExtras(extras: Extras): void;
  celebrate: Scene['celebrate'];
  /** Lets the viewer pull the creature. */
  setTouch: Grasp['setTouch'];
  /** Sets the height from which on controls cover the stage, pixels. */
  setFloor(floor: number): void;
  setSpeed(speed: number): void;
  setPaused(isPaused: boolean): void;
  /** Moves by a number of frames. */
  step(frames: number): void;
  /** Moves to a time of the clip, seconds. */
  seek(time: number): void;
  /** Zooms in by a number of steps. */
  zoom(steps: number): void;
  /** Moves the camera to the right by a number of steps. */
  pan(steps: number): void;
  /** The camera follows the creature again. */
  follow(): void;
  setPalette(palette: Palette): void;
  setCalm(calm: boolean): void;
  /** Draws nothing and stops playback, while something covers the stage. */
  setHidden(hidden: boolean): void;
  destroy(): void;
}

/** Longest time step, seconds: after a hidden tab, playback continues where it stopped. */
const MAX_STEP = 0.1;

/** Zoom factor of one step; width of one pan step, as a share of the window. */
const ZOOM_STEP = 1.3;
const PAN_STEP = 0.12;

export async function createStage(options: StageOptions): Promise<Stage> {
  const { host, onClip, onFrame } = options;
  const surface = await createSurface({
    ...options,
    onResize() {
      scene.resize(frame);
      camera.cut(scene.subjectOf(pose, 0), frame);
    },
    onFallback() {
      rebuild();
      options.onFallback?.();
    },
  });
  const { frame } = surface;
  const camera = createInteractiveCamera();
  const playback = createPlayback();
  const grasp = createGrasp(camera, () => ({ plan, pose }));
  let { palette, calm } = options;
  let scene = createScene(palette, frame);
  let plan: BodyPlan | undefined;
  let pose: Pose = new Float64Array(0);
  let speed = 1;
  let flag: Parameters<Scene['setFlag']> = [undefined, ''];
  let extras: Extras | undefined;
  let [isPaused, isCameraMoved] = [false, false];
  let clock = 0;
  let then = performance.now();
  let request = 0;
  surface.setBackground(palette.sky);

  function begin(clip: Clip | undefined): void {
    if (clip) plan = clip.recording.plan;
    if (plan) scene.begin(plan, clip);
  }

  /** Creates everything that is drawn anew: for other colours, or another renderer. */
  function rebuild(): void {
    scene.destroy();
    scene = createScene(palette, frame);
    scene.setFlag(...flag);
    if (extras) scene.setExtras(extras);
    begin(playback.clip);
  }

  function draw(now: number): void {
    request = requestAnimationFrame(draw);
    if (plan === undefined) return;
    const dt = Math.min(MAX_STEP, Math.max(0, (now - then) / 1000));
    then = now;
    if (!isPaused) clock += dt;
    if (playback.advance(dt, speed)) {
      begin(playback.clip);
      if (playback.clip) onClip(playback.clip);
    }
    const { clip, time } = playback;
    const content = { plan, clip, time, isOver: playback.isOver };
    pose = updateScene(scene, camera, frame, content, { dt, clock, speed, calm, isPaused }, pose);
    surface.render(scene.root);
    grasp.update();
    if (clip) onFrame({ time, distance: pose[0]! - clip.recording.poses[0]! });
    if (isCameraMoved !== camera.isMoved) {
      isCameraMoved = camera.isMoved;
      options.onCameraMoved?.(isCameraMoved);
    }
  }

  const stopListening = listenToGestures(host, {
    drag: (dx, dy) => camera.drag(dx, dy),
    zoom: (factor, x, y) => camera.zoom(factor, x, y),
    release: () => camera.release(),
    grasp: grasp.begin,
    pull: grasp.move,
    letGo: grasp.end,
    click(x, y) {
      const place = playback.clip?.crowd && scene.crowdMemberAt(camera, x, y);
      if (place !== undefined) options.onPick?.(place);
    },
  });
  request = requestAnimationFrame(draw);

  return {
    get rendererName() {
      return surface.rendererName;
    },
    showIdle(next) {
      plan = next;
      playback.clear();
      camera.release();
      pose = standingPose(next);
      begin(undefined);
      camera.cut(scene.subjectOf(pose, 0), frame);
    },
    offer: playback.offer,
    cut: playback.cut,
    setFlag(distance, words) {
      flag = [distance, words];
      scene.setFlag(...flag);
    },
    setExtras(next) {
      const isRecoloured = next.colour !== extras?.colour;
      extras = next;
      if (!isRecoloured) scene.setExtras(next);
      else rebuild();
    },
    celebrate: () => scene.celebrate(),
    setTouch: grasp.setTouch,
    setFloor(floor) {
      frame.floor = floor;
    },
    setPaused(next) {
      isPaused = next;
      playback.setPaused(isPaused);
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
      stopListening();
      scene.destroy();
      surface.destroy();
    },
  };
}
