import type { BodyPlan, Part, Shape } from '../creature/body-plan.ts';
import { below, CM, girth, hingeIn, outline } from './outline.ts';
import { mix, type Palette } from './palette.ts';

/** A flat piece of cut paper in its part's own frame, centimetres: a polygon by x0, y0, x1, y1, ... or a disc. */
export type Piece = ({ points: readonly number[] } | { x: number; y: number; radius: number }) & {
  colour: number;
  alpha: number;
};

/** What each part of a plan is made of, the lower pieces first. */
export type Puppet = readonly (readonly Piece[])[];

const LAYER_LIGHT = { '-1': 0, 0: 0.5, 1: 1 } as const;

/** Far limbs are darker, near ones lighter, feet a shade deeper than the leg they end. */
function skinOf({ role, layer }: Part, { creature, light, dark }: Palette): number {
  if (role === 'torso') return creature;
  const nearness = LAYER_LIGHT[layer];
  const limb = nearness < 0.5 ? mix(creature, dark, 0.42) : mix(creature, light, 0.35 * (nearness - 0.5) * 2);
  return role === 'foot' ? mix(limb, dark, 0.16) : limb;
}

const disc = (x: number, y: number, radius: number, colour: number, alpha = 1): Piece => {
  return { x: x * CM, y: y * CM, radius: radius * CM, colour, alpha };
};

const flesh = (shape: Shape, colour: number): Piece =>
  shape.kind === 'circle' ? disc(0, 0, shape.radius, colour) : { points: outline(shape), colour, alpha: 1 };

/** A paler underside. */
function belly({ shape }: Part, { light }: Palette): Piece[] {
  if (shape.kind === 'circle') return [];
  const points = outline(shape);
  const heights = points.filter((_, i) => i % 2 === 1);
  const low = Math.min(...heights);
  return [{ points: below(points, low + 0.36 * (Math.max(...heights) - low)), colour: light, alpha: 0.3 }];
}

const jointsOf = ({ joints }: BodyPlan, { name }: Part) =>
  joints.filter(({ parent, child }) => name === parent || name === child);

/** Discs where two limbs meet, or two pieces of a trunk, so that bent joints show no notch. */
function knuckles(plan: BodyPlan, part: Part, colour: number): Piece[] {
  if (part.shape.kind === 'circle') return [];
  return jointsOf(plan, part).flatMap((joint) => {
    const other = plan.parts.find(({ name }) => name !== part.name && (name === joint.parent || name === joint.child));
    if (other === undefined || (part.role === 'torso' && other.role !== 'torso')) return [];
    const radius = (part.role === 'torso' ? 0.62 : 1) * Math.min(girth(part.shape), girth(other.shape));
    return [disc(...hingeIn(part, joint), radius, colour)];
  });
}

/** Flat pieces, rounded, held together by small pins. */
export function puppetOf(plan: BodyPlan, palette: Palette): Puppet {
  return plan.parts.map((part) => {
    const colour = skinOf(part, palette);
    const pin = Math.min(0.045, 0.3 * girth(part.shape));
    return [
      flesh(part.shape, colour),
      ...knuckles(plan, part, colour),
      ...(part.role === 'torso' ? belly(part, palette) : []),
      ...jointsOf(plan, part).map((joint) => disc(...hingeIn(part, joint), pin, palette.dark, 0.55)),
    ];
  });
}

/** The same outlines in one colour. */
export function silhouetteOf(plan: BodyPlan, colour: number): Puppet {
  return plan.parts.map((part) => [flesh(part.shape, colour), ...knuckles(plan, part, colour)]);
}

/** The parts' indices in the order they are drawn in: those behind first. */
export const drawingOrder = ({ parts }: BodyPlan): number[] =>
  parts.map((_, i) => i).sort((a, b) => (parts[a] as Part).layer - (parts[b] as Part).layer || b - a);
