import type { Bulk } from './physique.ts';

/** Every part at one moment, by index: its centre of mass (m), angle (rad), velocity (m/s) and rate of turning (rad/s). */
export interface Motion {
  readonly bulks: readonly Bulk[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly angle: Float64Array;
  readonly vx: Float64Array;
  readonly vy: Float64Array;
  readonly omega: Float64Array;
}

export function createMotion(bulks: readonly Bulk[]): Motion {
  const row = () => new Float64Array(bulks.length);
  return { bulks, x: row(), y: row(), angle: row(), vx: row(), vy: row(), omega: row() };
}

/** An impulse (N·s) at a point as seen from the centre of mass (m), and one that only turns (N·m·s). */
export function push(motion: Motion, i: number, rx: number, ry: number, px: number, py: number, turn: number): void {
  const { inverseMass, inverseInertia } = motion.bulks[i] as Bulk;
  motion.vx[i] = (motion.vx[i] as number) + inverseMass * px;
  motion.vy[i] = (motion.vy[i] as number) + inverseMass * py;
  motion.omega[i] = (motion.omega[i] as number) + inverseInertia * (rx * py - ry * px + turn);
}

/** The same upon places instead of velocities: metres and radians. */
export function shift(motion: Motion, i: number, rx: number, ry: number, px: number, py: number, turn: number): void {
  const { inverseMass, inverseInertia } = motion.bulks[i] as Bulk;
  motion.x[i] = (motion.x[i] as number) + inverseMass * px;
  motion.y[i] = (motion.y[i] as number) + inverseMass * py;
  motion.angle[i] = (motion.angle[i] as number) + inverseInertia * (rx * py - ry * px + turn);
}
