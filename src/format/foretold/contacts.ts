import type { Point } from '../../creature/body-plan.ts';
import { cos, sin } from '../../math/portable.ts';
import { type Motion, push } from './motion.ts';
import type { Bulk } from './physique.ts';
import { turned } from './vectors.ts';

/** Box2D's shapes but circles have a skin so thick, and so deep they may stay in each other, metres. */
export const SKIN = 0.01;
const SLOP = 0.005;

/** Share of an overlap that is mended at once, and the depth from which one more go is worth it. */
const MEND = 0.2;
const DEEP = 0.015;

/** One point where a part meets the ground. */
export interface Contact {
  part: number;
  /** Tells it from others, so that it is known again in the next step. */
  feature: number;
  /** From the part's centre of mass to where it pushes, metres. */
  arm: Point;
  /** Out of the ground, length 1. */
  normal: Point;
  /** The point of the part whose height is watched, in its own frame from its centre of mass; and the ground's that it is over. */
  own: Point;
  ground: Point;
  /** Whether a corner of the ground stands on a face of the part, and not the other way round. */
  isOnFace: boolean;
  /** How far beside the centre of mass it pushes along the normal and across, metres. */
  lever: number;
  leverAcross: number;
  /** How hard it is to move there along the normal and across, kg. */
  mass: number;
  massAcross: number;
  friction: number;
  /** N·s pushed so far. */
  push: number;
  rub: number;
}

function pushBy(
  { bulks, velocity }: Motion,
  { part, arm, normal: [nx, ny] }: Contact,
  out: number,
  across: number,
): void {
  push(bulks[part] as Bulk, velocity, part, arm[0], arm[1], nx * out + ny * across, ny * out - nx * across, 0);
}

/** It begins with what it pushed with in the last step. */
export const pushAgain = (contact: Contact, motion: Motion): void => pushBy(motion, contact, contact.push, contact.rub);

/** One go at keeping it from sliding. */
export function keepStill(contact: Contact, motion: Motion): void {
  const { part, normal, leverAcross, massAcross, friction } = contact;
  const { x, y, angle } = motion.velocity;
  const slide =
    (x[part] as number) * normal[1] - (y[part] as number) * normal[0] + (angle[part] as number) * leverAcross;
  const grip = friction * contact.push;
  const rub = Math.max(-grip, Math.min(grip, contact.rub - massAcross * slide));
  pushBy(motion, contact, 0, rub - contact.rub);
  contact.rub = rub;
}

/** One go at keeping it out of the ground. */
export function keepOut(contact: Contact, motion: Motion): void {
  const { part, normal, lever, mass } = contact;
  const { x, y, angle } = motion.velocity;
  const rise = (x[part] as number) * normal[0] + (y[part] as number) * normal[1] + (angle[part] as number) * lever;
  const out = Math.max(0, contact.push - mass * rise);
  pushBy(motion, contact, out - contact.push, 0);
  contact.push = out;
}

/** Lifts a part out of the ground, a share of the way. Whether it was little enough in it before. */
export function lift(contact: Contact, motion: Motion): boolean {
  const { part, own, ground, isOnFace, normal } = contact;
  const bulk = motion.bulks[part] as Bulk;
  const { inverseMass, inverseInertia, radius } = bulk;
  const { x, y, angle } = motion.place;
  const [fromX, fromY] = [(x[part] as number) - ground[0], (y[part] as number) - ground[1]];
  const [armX, armY] = turned(own, cos(angle[part] as number), sin(angle[part] as number));
  const skins = radius > 0 ? radius + SKIN : 2 * SKIN;
  const gap = (fromX + armX) * normal[0] + (fromY + armY) * normal[1] - skins;
  const [rx, ry] = isOnFace ? [-fromX, -fromY] : [armX, armY];
  const lever = rx * normal[1] - ry * normal[0];
  const up = -Math.max(-MEND, Math.min(0, MEND * (gap + SLOP))) / (inverseMass + inverseInertia * lever * lever);
  push(bulk, motion.place, part, rx, ry, normal[0] * up, normal[1] * up, 0);
  return gap >= -DEEP;
}
