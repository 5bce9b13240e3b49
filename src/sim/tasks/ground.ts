import type { Rng } from '../../math/rng.ts';
import type { Terrain } from '../terrain.ts';

/** Level ground before the origin and just after it, metres: where every creature starts. */
export const BEHIND = 8;
export const RUNWAY = 4;

/** Draws a ground from left to right. */
export interface Ground {
  /** Where it has come to, metres. */
  x: number;
  y: number;
  /** Goes on by a straight line to a point `dx` further and `dy` higher. */
  by(dx: number, dy: number): void;
  points(): Float64Array;
}

/** A ground that has its level start already. */
export function startGround(): Ground {
  const points = [-BEHIND, 0, RUNWAY, 0];
  return {
    x: RUNWAY,
    y: 0,
    by(dx, dy) {
      this.x += dx;
      this.y += dy;
      points.push(this.x, this.y);
    },
    points: () => Float64Array.from(points),
  };
}

/** How much ground a life can need, metres: nobody here runs faster than 4 m/s. */
export const courseLength = (duration: number) => 4 * duration + RUNWAY;

/** Coulomb coefficient of every ground of ours. */
export const FRICTION = 1;

/** Length of one straight piece of nearly level ground, metres. */
const PIECE = 0.5;

/** Nearly level ground. */
export function nearlyLevel({ difficulty, duration }: { difficulty: number; duration: number }, rng: Rng): Terrain {
  const ground = startGround();
  const length = courseLength(duration);
  let slope = 0;
  while (ground.x < length) {
    // The slope wanders and is drawn back to level ground, as in Gymnasium's BipedalWalker.
    slope = 0.8 * slope - 0.02 * ground.y + 0.08 * difficulty * (2 * rng.next() - 1);
    ground.by(PIECE, slope * PIECE);
  }
  return { points: ground.points(), blocks: [], friction: FRICTION, end: length - 2 };
}
