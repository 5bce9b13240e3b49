import type { BodyPlan } from '../creature/body-plan.ts';
import type { Camera, Frame } from './camera.ts';
import type { Clip } from './playback.ts';
import { type Pose, poseAt, standingPose } from './pose.ts';
import type { Scene } from './scene.ts';

/** What is drawn: an episode at a time, seconds; without a clip, a standing creature. */
export interface SceneContent {
  plan: BodyPlan;
  clip: Clip | undefined;
  time: number;
  isOver: boolean;
}

/** The viewer's clock and wishes. */
export interface ViewerState {
  /** Seconds since the last update. */
  dt: number;
  /** Seconds since playback began, for blinking and the flag. */
  clock: number;
  /** Playback speed, a factor. */
  speed: number;
  /** Reduced motion. */
  calm: boolean;
  /** Playback is paused; the camera still moves. */
  isPaused?: boolean;
}

/** Seconds over which the speed is measured. */
const SPAN = 0.3;

/** Moves the camera and every creature to the given time. Returns the main creature's pose, in `out` if that fits. */
export function updateScene(
  scene: Scene,
  camera: Camera,
  frame: Frame,
  { plan, clip, time, isOver }: SceneContent,
  { dt, clock, speed, calm, isPaused = false }: ViewerState,
  out?: Pose,
): Pose {
  const before = clip ? poseAt(clip.recording, time - SPAN)[0]! : 0;
  const pose = clip ? poseAt(clip.recording, time, out) : standingPose(plan);
  const velocity = clip ? (pose[0]! - before) / SPAN : 0;
  camera.follow(scene.subjectOf(pose, velocity), frame, dt * Math.max(1, speed), calm);
  const eyesClosed = isOver && clip?.fell === true;
  scene.update({ pose, time, dt: isPaused ? 0 : dt, clock, speed: velocity, eyesClosed, calm }, camera, frame);
  return pose;
}
