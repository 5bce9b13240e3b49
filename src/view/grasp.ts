import type { BodyPlan } from '../creature/body-plan.ts';
import type { Camera } from './camera.ts';
import { partAt } from './part-at.ts';
import type { Pose } from './pose.ts';

/** Receives the pull of the viewer's hand on the creature. */
export interface StageTouch {
  /** Whether what is shown can be pulled. */
  canGrasp(): boolean;
  /** A part is held at a point, metres; called for each frame. */
  hold(part: number, x: number, y: number): void;
  letGo(): void;
}

/** A pointer that holds a part of the creature; pixels of the stage. */
export interface Grasp {
  setTouch(touch: StageTouch): void;
  /** Grasps what is at a pixel; false if that is not the creature. */
  begin(x: number, y: number): boolean;
  move(x: number, y: number): void;
  end(): void;
  /** Reports where the hand is, as the camera moves. */
  update(): void;
}

/** @param shown the creature in front as it is drawn now */
export function createGrasp(camera: Camera, shown: () => { plan: BodyPlan | undefined; pose: Pose }): Grasp {
  let touch: StageTouch | undefined;
  let held: { part: number; x: number; y: number } | undefined;
  const worldAt = (x: number, y: number): [x: number, y: number] => [
    camera.x + (x - camera.anchorX) / camera.scale,
    camera.y + (camera.anchorY - y) / camera.scale,
  ];
  return {
    setTouch(next) {
      touch = next;
    },
    begin(x, y) {
      const { plan, pose } = shown();
      const part = plan && touch?.canGrasp() ? partAt(plan, pose, ...worldAt(x, y)) : undefined;
      if (part !== undefined) held = { part, x, y };
      return part !== undefined;
    },
    move(x, y) {
      if (held) Object.assign(held, { x, y });
    },
    end() {
      if (held) touch?.letGo();
      held = undefined;
    },
    update() {
      if (held) touch?.hold(held.part, ...worldAt(held.x, held.y));
    },
  };
}
