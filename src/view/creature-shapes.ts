import type { BodyPlan, Part, Shape } from '../creature/body-plan.ts';
import { featuresOf } from './features.ts';
import { clipBelow, hingeIn, innerRadius, roundedOutline } from './outline.ts';
import { paintedDisc as disc, type PaintedShape } from './painted-shape.ts';
import { mix, type Palette } from './palette.ts';
import { strollerLook } from './stroller-look.ts';

/** The shapes of each part of a plan, in drawing order. */
export type CreatureShapes = readonly (readonly PaintedShape[])[];

const LAYER_LIGHT = { '-1': 0, 0: 0.5, 1: 1 } as const;

/** Colour of a part: far limbs darker, near limbs lighter, feet slightly darker than their leg. */
function skinOf({ role, layer }: Part, { creature, light, dark }: Palette): number {
  if (role === 'torso') return creature;
  const nearness = LAYER_LIGHT[layer];
  const limb = nearness < 0.5 ? mix(creature, dark, 0.42) : mix(creature, light, 0.35 * (nearness - 0.5) * 2);
  return role === 'foot' ? mix(limb, dark, 0.16) : limb;
}

const bodyShape = (shape: Shape, colour: number): PaintedShape =>
  shape.kind === 'circle' ? disc(0, 0, shape.radius, colour) : { points: roundedOutline(shape), colour, alpha: 1 };

/** A paler lower side. */
function belly({ shape }: Part, { light }: Palette): PaintedShape[] {
  if (shape.kind === 'circle') return [];
  const points = roundedOutline(shape);
  const heights = points.filter((_, i) => i % 2 === 1);
  const low = Math.min(...heights);
  return [{ points: clipBelow(points, low + 0.36 * (Math.max(...heights) - low)), colour: light, alpha: 0.3 }];
}

const jointsOf = ({ joints }: BodyPlan, { name }: Part) =>
  joints.filter(({ parent, child }) => name === parent || name === child);

/** Discs where two limbs or two torso parts meet, so that bent joints show no notch. */
function jointDiscs(plan: BodyPlan, part: Part, colour: number): PaintedShape[] {
  if (part.shape.kind === 'circle') return [];
  return jointsOf(plan, part).flatMap((joint) => {
    const other = plan.parts.find(({ name }) => name !== part.name && (name === joint.parent || name === joint.child));
    if (other === undefined || (part.role === 'torso' && other.role !== 'torso')) return [];
    const radius = (part.role === 'torso' ? 0.62 : 1) * Math.min(innerRadius(part.shape), innerRadius(other.shape));
    return [disc(...hingeIn(part, joint), radius, colour)];
  });
}

/** Rounded shapes in the colours of the palette, with a pin at each joint. */
export function creatureShapes(plan: BodyPlan, palette: Palette): CreatureShapes {
  return plan.parts.map((part) => {
    const colour = skinOf(part, palette);
    const pin = Math.min(0.045, 0.3 * innerRadius(part.shape));
    return [
      ...strollerLook.behind(part, palette),
      bodyShape(part.shape, colour),
      ...jointDiscs(plan, part, colour),
      ...(part.role === 'torso' ? belly(part, palette) : []),
      ...featuresOf(part, colour, palette),
      ...strollerLook.over(part, colour, palette),
      ...jointsOf(plan, part).map((joint) => disc(...hingeIn(part, joint), pin, palette.dark, 0.55)),
    ];
  });
}

/** The outlines in one colour. */
export function silhouetteShapes(plan: BodyPlan, colour: number): CreatureShapes {
  return plan.parts.map((part) => [bodyShape(part.shape, colour), ...jointDiscs(plan, part, colour)]);
}

/** Indices of the parts in drawing order, the farthest layer first. */
export const drawingOrder = ({ parts }: BodyPlan): number[] =>
  parts.map((_, i) => i).sort((a, b) => parts[a]!.layer - parts[b]!.layer || b - a);
