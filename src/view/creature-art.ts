import { GraphicsContext } from 'pixi.js';
import type { BodyPlan, Part } from '../creature/body-plan.ts';
import { below, CM, girth, hingeIn, outline } from './outline.ts';
import { mix, type Palette } from './palette.ts';

/** One drawing for each part of a plan, shared by all who wear it. */
export interface CreatureArt {
  parts: GraphicsContext[];
  destroy(): void;
}

const LAYER_LIGHT = { '-1': 0, 0: 0.5, 1: 1 } as const;

/** Far limbs are darker, near ones lighter, feet a shade deeper than the leg they end. */
function skinOf({ role, layer }: Part, { creature, light, dark }: Palette): number {
  if (role === 'torso') return creature;
  const nearness = LAYER_LIGHT[layer];
  const limb = nearness < 0.5 ? mix(creature, dark, 0.42) : mix(creature, light, 0.35 * (nearness - 0.5) * 2);
  return role === 'foot' ? mix(limb, dark, 0.16) : limb;
}

function flesh(context: GraphicsContext, { shape }: Part, colour: number): void {
  if (shape.kind === 'circle') context.circle(0, 0, shape.radius * CM);
  else context.poly(outline(shape));
  context.fill(colour);
}

/** A paler underside. */
function belly(context: GraphicsContext, { shape }: Part, { light }: Palette): void {
  if (shape.kind === 'circle') return;
  const points = outline(shape);
  const heights = points.filter((_, i) => i % 2 === 1);
  const low = Math.min(...heights);
  context.poly(below(points, low + 0.36 * (Math.max(...heights) - low))).fill({ color: light, alpha: 0.3 });
}

/** Puts a disc where two limbs meet, or two pieces of a trunk, so that bent joints show no notch. */
function knuckles(context: GraphicsContext, plan: BodyPlan, part: Part, colour: number): void {
  if (part.shape.kind === 'circle') return;
  for (const joint of plan.joints.filter(({ parent, child }) => part.name === parent || part.name === child)) {
    const other = plan.parts.find(({ name }) => name !== part.name && (name === joint.parent || name === joint.child));
    if (other === undefined || (part.role === 'torso' && other.role !== 'torso')) continue;
    const radius = (part.role === 'torso' ? 0.62 : 1) * Math.min(girth(part.shape), girth(other.shape));
    const [x, y] = hingeIn(part, joint);
    context.circle(x * CM, y * CM, radius * CM).fill(colour);
  }
}

function artOf(plan: BodyPlan, draw: (context: GraphicsContext, part: Part) => void): CreatureArt {
  const parts = plan.parts.map((part) => {
    const context = new GraphicsContext();
    draw(context, part);
    return context;
  });
  return {
    parts,
    destroy() {
      for (const context of parts) context.destroy();
    },
  };
}

/** Like a puppet of cut paper: flat pieces, rounded, held together by small pins. */
export function drawCreature(plan: BodyPlan, palette: Palette): CreatureArt {
  return artOf(plan, (context, part) => {
    const colour = skinOf(part, palette);
    flesh(context, part, colour);
    knuckles(context, plan, part, colour);
    if (part.role === 'torso') belly(context, part, palette);
    for (const joint of plan.joints.filter(({ parent, child }) => part.name === parent || part.name === child)) {
      const [x, y] = hingeIn(part, joint);
      const pin = Math.min(0.045, 0.3 * girth(part.shape));
      context.circle(x * CM, y * CM, pin * CM).fill({ color: palette.dark, alpha: 0.55 });
    }
  });
}

/** The same pieces in white, to be tinted. */
export function drawSilhouette(plan: BodyPlan): CreatureArt {
  return artOf(plan, (context, part) => {
    flesh(context, part, 0xffffff);
    knuckles(context, plan, part, 0xffffff);
  });
}
