import type { BodyPlan } from '../creature/body-plan.ts';
import type { Camera, Frame } from './camera.ts';
import type { Act } from './playback.ts';
import { type Pose, poseAt, standingPose } from './pose.ts';
import type { Scene } from './scene.ts';

/** What is to be seen: a life at a moment, or without one a creature that just stands there. */
export interface Sight {
  plan: BodyPlan;
  act: Act | undefined;
  time: number;
  isOver: boolean;
}

/** The viewer's side of it: seconds since the last glance, and of the show since it began; its speed. */
export interface Viewing {
  dt: number;
  clock: number;
  speed: number;
  calm: boolean;
  /** The show stands still; one can look around in it. */
  isHeld?: boolean;
}

/** Metres a second are measured over so many seconds. */
const SPAN = 0.3;

/** Points a camera at a scene and puts everyone where they are at that moment; gives the pose, in `out` if that fits. */
export function glance(
  scene: Scene,
  camera: Camera,
  frame: Frame,
  { plan, act, time, isOver }: Sight,
  { dt, clock, speed, calm, isHeld = false }: Viewing,
  out?: Pose,
): Pose {
  const before = act ? (poseAt(act.recording, time - SPAN)[0] as number) : 0;
  const pose = act ? poseAt(act.recording, time, out) : standingPose(plan);
  const velocity = act ? ((pose[0] as number) - before) / SPAN : 0;
  camera.follow(scene.subject(pose, velocity), frame, dt * Math.max(1, speed), calm);
  const asleep = isOver && act?.fell === true;
  scene.look({ pose, time, dt: isHeld ? 0 : dt, clock, speed: velocity, asleep, calm }, camera, frame);
  return pose;
}
