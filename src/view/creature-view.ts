import { Container, Graphics } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { CreatureArt } from './creature-art.ts';
import { CM } from './outline.ts';
import type { Pose } from './pose.ts';
import { drawingOrder } from './puppet.ts';

/** A creature on the stage. */
export interface CreatureView {
  readonly root: Container;
  /** One for each part, in the plan's order. */
  readonly parts: readonly Container[];
  /** Puts every part where a pose has it, all of it so many metres higher. */
  pose(pose: Pose, lift: number): void;
  destroy(): void;
}

export function createCreatureView(plan: BodyPlan, art: CreatureArt): CreatureView {
  const root = new Container();
  const parts = art.parts.map((context) => new Container({ children: [new Graphics(context)] }));
  for (const i of drawingOrder(plan)) root.addChild(parts[i] as Container);
  return {
    root,
    parts,
    pose(pose, lift) {
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i] as Container;
        part.position.set((pose[3 * i] as number) * CM, ((pose[3 * i + 1] as number) + lift) * CM);
        part.rotation = pose[3 * i + 2] as number;
      }
    },
    destroy: () => root.destroy({ children: true }),
  };
}
