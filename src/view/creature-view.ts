import { Container, Graphics } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import { musclesOf } from '../creature/muscle.ts';
import type { CreatureArt } from './creature-art.ts';
import { drawingOrder } from './creature-shapes.ts';
import { isBehind, muscleLines } from './muscle-shapes.ts';
import { CM } from './outline.ts';
import type { Pose } from './pose.ts';

/** A creature in the scene. */
export interface CreatureView {
  readonly root: Container;
  /** One container for each part, in the plan's order. */
  readonly parts: readonly Container[];
  /**
   * Moves every part to where it is in `pose`, raised by `lift` metres, and every muscle with them. @param effortOf size of a muscle's
   * activation, 0 to 1
   */
  pose(pose: Pose, lift: number, effortOf?: (muscle: number) => number): void;
  destroy(): void;
}

export function createCreatureView(plan: BodyPlan, art: CreatureArt): CreatureView {
  const root = new Container();
  const parts = art.parts.map((context) => new Container({ children: [new Graphics(context)] }));
  const muscles = musclesOf(plan).map(() => new Graphics(art.muscle));
  const add = (behind: boolean) => {
    for (const [m, muscle] of musclesOf(plan).entries())
      if (isBehind(plan, muscle) === behind) root.addChild(muscles[m]!);
  };
  let isNear = false;
  for (const i of drawingOrder(plan)) {
    if (!isNear && plan.parts[i]!.layer !== -1) add(true);
    isNear ||= plan.parts[i]!.layer !== -1;
    root.addChild(parts[i]!);
  }
  if (!isNear) add(true);
  add(false);
  return {
    root,
    parts,
    pose(pose, lift, effortOf = () => 0) {
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i]!;
        part.position.set(pose[3 * i]! * CM, (pose[3 * i + 1]! + lift) * CM);
        part.rotation = pose[3 * i + 2]!;
      }
      if (muscles.length === 0) return;
      for (const [m, { from, to, width }] of muscleLines(plan, pose, effortOf).entries()) {
        const muscle = muscles[m]!;
        const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
        muscle.position.set(from[0] * CM, (from[1] + lift) * CM);
        muscle.rotation = Math.atan2(dy, dx);
        muscle.scale.set(Math.max(1e-3, Math.hypot(dx, dy)), width);
        muscle.tint = art.muscleColour(effortOf(m));
      }
    },
    destroy: () => root.destroy({ children: true }),
  };
}
