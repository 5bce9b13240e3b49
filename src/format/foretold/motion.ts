import type { Bulk } from './physique.ts';

/** Something of every part, by index: along x and y, and about its centre of mass. */
export interface Rows {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly angle: Float64Array;
}

export const ROWS = ['x', 'y', 'angle'] as const;

/** Every part at one moment. */
export interface Motion {
  readonly bulks: readonly Bulk[];
  /** Centres of mass and angles: m, rad. */
  readonly place: Rows;
  /** m/s, rad/s. */
  readonly velocity: Rows;
}

export function createMotion(bulks: readonly Bulk[]): Motion {
  const row = () => new Float64Array(bulks.length);
  const rows = (): Rows => ({ x: row(), y: row(), angle: row() });
  return { bulks, place: rows(), velocity: rows() };
}

/**
 * An impulse (N·s) at a point as seen from the centre of mass (m), and one that only turns (N·m·s), upon velocities. Upon places,
 * what would move them so at once.
 */
export function push(
  { inverseMass, inverseInertia }: Bulk,
  rows: Rows,
  i: number,
  rx: number,
  ry: number,
  px: number,
  py: number,
  turn: number,
): void {
  rows.x[i] = (rows.x[i] as number) + inverseMass * px;
  rows.y[i] = (rows.y[i] as number) + inverseMass * py;
  rows.angle[i] = (rows.angle[i] as number) + inverseInertia * (rx * py - ry * px + turn);
}
