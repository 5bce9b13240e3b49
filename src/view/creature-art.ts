import { GraphicsContext } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { Palette } from './palette.ts';
import { type Puppet, puppetOf, silhouetteOf } from './puppet.ts';

/** One drawing for each part of a plan, shared by all who wear it. */
export interface CreatureArt {
  parts: GraphicsContext[];
  destroy(): void;
}

function artOf(puppet: Puppet): CreatureArt {
  const parts = puppet.map((pieces) => {
    const context = new GraphicsContext();
    for (const piece of pieces) {
      if ('points' in piece) context.poly([...piece.points]);
      else context.circle(piece.x, piece.y, piece.radius);
      context.fill({ color: piece.colour, alpha: piece.alpha });
    }
    return context;
  });
  return {
    parts,
    destroy() {
      for (const context of parts) context.destroy();
    },
  };
}

/** Like a puppet of cut paper. */
export const drawCreature = (plan: BodyPlan, palette: Palette): CreatureArt => artOf(puppetOf(plan, palette));

/** The same pieces in white, to be tinted. */
export const drawSilhouette = (plan: BodyPlan): CreatureArt => artOf(silhouetteOf(plan, 0xffffff));
