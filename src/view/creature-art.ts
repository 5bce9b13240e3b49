import { GraphicsContext } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import { type CreatureShapes, creatureShapes, silhouetteShapes } from './creature-shapes.ts';
import { muscleColour, SPINDLE } from './muscle-shapes.ts';
import { CM } from './outline.ts';
import type { Palette } from './palette.ts';

/** A Pixi drawing for each part of a plan, shared by all creatures of that plan. */
export interface CreatureArt {
  parts: GraphicsContext[];
  /** A white spindle along x, and the colour that it gets by the muscle's effort. */
  muscle: GraphicsContext;
  muscleColour(effort: number): number;
  destroy(): void;
}

function artOf(shapes: CreatureShapes, colourOf: CreatureArt['muscleColour']): CreatureArt {
  const parts = shapes.map((pieces) => {
    const context = new GraphicsContext();
    for (const piece of pieces) {
      if ('points' in piece) context.poly([...piece.points]);
      else context.circle(piece.x, piece.y, piece.radius);
      context.fill({ color: piece.colour, alpha: piece.alpha });
    }
    return context;
  });
  const muscle = new GraphicsContext().poly(SPINDLE.map((each) => each * CM)).fill(0xffffff);
  return {
    parts,
    muscle,
    muscleColour: colourOf,
    destroy() {
      muscle.destroy();
      for (const context of parts) context.destroy();
    },
  };
}

/** In the colours of the palette. */
export const drawCreature = (plan: BodyPlan, palette: Palette): CreatureArt =>
  artOf(creatureShapes(plan, palette), (effort) => muscleColour(palette, effort));

/** The outlines in white, to be tinted. */
export const drawSilhouette = (plan: BodyPlan): CreatureArt => artOf(silhouetteShapes(plan, 0xffffff), () => 0xffffff);
