import type { BodyPlan, Part, Point } from '../creature/body-plan.ts';
import { musclesOf } from '../creature/muscle.ts';
import { cos, sin } from '../math/portable.ts';
import { massOf } from './flat/mass.ts';
import { boxPolygon, polygonOf } from './flat/polygon.ts';
import type { Physics } from './physics.ts';

/** One end of a muscle, on its part. */
export interface MuscleEnd {
  part: number;
  /** Anchor and centre of mass in the part's frame, metres. */
  at: Point;
  centre: Point;
  /** Of the part's share for this muscle, 1/kg and 1/(kg·m²): the muscles on a part share its mass. */
  inverseMass: number;
  inverseInertia: number;
  /** Where the anchor is now, m, and its arm from the centre of mass, m. */
  x: number;
  y: number;
  armX: number;
  armY: number;
}

function polygonFor({ shape }: Part) {
  if (shape.kind === 'circle') return undefined;
  if (shape.kind === 'box') return boxPolygon(shape.width, shape.height);
  // planck makes a box of 2 m of corners that are no polygon, which only an unfinished drawing has.
  return polygonOf(shape.vertices) ?? boxPolygon(2, 2);
}

/** The end of a muscle on the part of that name. */
export function muscleEnd(plan: BodyPlan, name: string, at: Point): MuscleEnd {
  const index = plan.parts.findIndex((part) => part.name === name);
  const part = plan.parts[index] as Part;
  const { centre, inverseMass, inverseInertia } = massOf(part, polygonFor(part));
  const sharers = musclesOf(plan).filter(({ from, to }) => from === name || to === name).length;
  return {
    part: index,
    at,
    centre,
    inverseMass: inverseMass * sharers,
    inverseInertia: inverseInertia * sharers,
    x: 0,
    y: 0,
    armX: 0,
    armY: 0,
  };
}

/** Finds where an end is now. */
export function locate(physics: Physics, end: MuscleEnd): void {
  const { part, at, centre } = end;
  const angle = physics.angle(part);
  const c = cos(angle);
  const s = sin(angle);
  const u = at[0] - centre[0];
  const w = at[1] - centre[1];
  end.armX = c * u - s * w;
  end.armY = s * u + c * w;
  end.x = physics.x(part) + (c * at[0] - s * at[1]);
  end.y = physics.y(part) + (s * at[0] + c * at[1]);
}

/** Speed of an end along a direction, m/s, with its arm as it was found last. */
export function speedAlong(physics: Physics, { part, armX, armY }: MuscleEnd, ux: number, uy: number): number {
  const omega = physics.omega(part);
  return (physics.vx(part) - omega * armY) * ux + (physics.vy(part) + omega * armX) * uy;
}

/** Speed along a direction that an impulse of 1 N·s along it gives an end's part, were it free and its own, m/s. */
export function mobility({ armX, armY, inverseMass, inverseInertia }: MuscleEnd, ux: number, uy: number): number {
  const turn = armX * uy - armY * ux;
  return inverseMass + turn * turn * inverseInertia;
}

/** Applies a force along a direction at an end during the next step, N. */
export function pullAt(physics: Physics, { part, armX, armY }: MuscleEnd, force: number, ux: number, uy: number): void {
  physics.force(part, force * ux, force * uy);
  physics.twist(part, force * (armX * uy - armY * ux));
}
