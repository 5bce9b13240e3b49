import { GraphicsContext } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import { type CreatureShapes, creatureShapes, silhouetteShapes } from './creature-shapes.ts';
import type { Palette } from './palette.ts';

/** A Pixi drawing for each part of a plan, shared by all creatures of that plan. */
export interface CreatureArt {
  parts: GraphicsContext[];
  destroy(): void;
}

function artOf(shapes: CreatureShapes): CreatureArt {
  const parts = shapes.map((pieces) => {
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

/** In the colours of the palette. */
export const drawCreature = (plan: BodyPlan, palette: Palette): CreatureArt => artOf(creatureShapes(plan, palette));

/** The outlines in white, to be tinted. */
export const drawSilhouette = (plan: BodyPlan): CreatureArt => artOf(silhouetteShapes(plan, 0xffffff));
