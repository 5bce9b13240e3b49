import { Container, Graphics } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { CreatureArt } from './creature-art.ts';
import { drawingOrder } from './creature-shapes.ts';
import { CM } from './outline.ts';
import type { Pose } from './pose.ts';

/** A creature in the scene. */
export interface CreatureView {
  readonly root: Container;
  /** One container for each part, in the plan's order. */
  readonly parts: readonly Container[];
  /** Moves every part to where it is in `pose`, raised by `lift` metres. */
  pose(pose: Pose, lift: number): void;
  destroy(): void;
}

export function createCreatureView(plan: BodyPlan, art: CreatureArt): CreatureView {
  const root = new Container();
  const parts = art.parts.map((context) => new Container({ children: [new Graphics(context)] }));
  for (const i of drawingOrder(plan)) root.addChild(parts[i]!);
  return {
    root,
    parts,
    pose(pose, lift) {
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i]!;
        part.position.set(pose[3 * i]! * CM, (pose[3 * i + 1]! + lift) * CM);
        part.rotation = pose[3 * i + 2]!;
      }
    },
    destroy: () => root.destroy({ children: true }),
  };
}
