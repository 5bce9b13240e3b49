import type { BodyPlan, Joint, Part } from '../../creature/body-plan.ts';
import { atan2, cos, sin } from '../../math/portable.ts';
import { SKIN } from './constants.ts';
import { type Mass, massOf } from './mass.ts';
import { boxPolygon, type Polygon, polygonOf } from './polygon.ts';
import { MAX_PARTS } from './slots.ts';

/** A part as planck would create it, wherever it stands. */
export interface PartModel extends Mass {
  part: Part;
  /** Undefined for a circle. */
  polygon: Polygon | undefined;
  /** Rounding of the sides, or the radius of a circle, m. */
  radius: number;
  sin: number;
  cos: number;
  /** The angle that planck reads back from sine and cosine. */
  angle: number;
}

/** A plan's parts and joints, ready to be placed in a world. */
export interface Model {
  parts: PartModel[];
  joints: { joint: Joint; parent: number; child: number }[];
}

function partModel(part: Part): PartModel | undefined {
  const { shape } = part;
  let polygon: Polygon | undefined;
  if (shape.kind === 'box') polygon = boxPolygon(shape.width, shape.height);
  if (shape.kind === 'polygon') {
    polygon = polygonOf(shape.vertices);
    if (polygon === undefined) return undefined;
  }
  const [s, c] = [sin(part.angle), cos(part.angle)];
  const radius = shape.kind === 'circle' ? shape.radius : SKIN;
  return { part, polygon, radius, sin: s, cos: c, angle: atan2(s, c), ...massOf(part, polygon) };
}

function modelOf({ parts, joints }: BodyPlan): Model | undefined {
  const found = parts.map(partModel);
  const index = (name: string) => parts.findIndex((part) => part.name === name);
  const hinges = joints.map((joint) => ({ joint, parent: index(joint.parent), child: index(joint.child) }));
  const fits = parts.length <= MAX_PARTS && joints.length < MAX_PARTS;
  const isComplete = found.every((each) => each !== undefined);
  return fits && isComplete && hinges.every(({ parent, child }) => parent >= 0 && child >= 0 && parent !== child)
    ? { parts: found, joints: hinges }
    : undefined;
}

const models = new WeakMap<BodyPlan, Model | null>();

/** The model of a plan, made once; undefined for a plan beyond the core's bounds. */
export function modelFor(plan: BodyPlan): Model | undefined {
  let model = models.get(plan);
  if (model === undefined) {
    model = modelOf(plan) ?? null;
    models.set(plan, model);
  }
  return model ?? undefined;
}
