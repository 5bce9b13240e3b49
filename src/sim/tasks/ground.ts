import type { Rng } from '../../math/rng.ts';
import type { Block, Terrain } from '../terrain.ts';

/** Level ground behind and ahead of the origin, where creatures start, metres. */
const BEHIND = 8;
export const RUNWAY = 4;

/** Speed that no creature here exceeds on average, m/s: a course is as long as an episode at this speed. */
const TOP_SPEED = 4;

/** An episode ends this far before the end of the ground, so that no creature runs over the edge, metres. */
const END_MARGIN = 2;

/** Coulomb coefficient. */
const FRICTION = 1;

/** Builds a ground from left to right. */
export interface GroundBuilder {
  /** End of the ground so far, metres. */
  x: number;
  y: number;
  /** Up to this x the ground is needed, metres. */
  readonly length: number;
  /** Appends a straight piece: `dx` further, `dy` higher. */
  by(dx: number, dy: number): void;
  /** The finished ground with blocks on it. */
  terrain(blocks?: Block[]): Terrain;
}

/** A ground that begins with its level start. @param duration of an episode, seconds. */
export function startGround(duration: number): GroundBuilder {
  const points = [-BEHIND, 0, RUNWAY, 0];
  const length = TOP_SPEED * duration + RUNWAY;
  return {
    x: RUNWAY,
    y: 0,
    length,
    by(dx, dy) {
      this.x += dx;
      this.y += dy;
      points.push(this.x, this.y);
    },
    terrain: (blocks = []) => ({
      points: Float64Array.from(points),
      blocks,
      friction: FRICTION,
      end: length - END_MARGIN,
    }),
  };
}

/** Length of a straight piece of nearly level ground, metres. */
const PIECE = 0.5;

/** Nearly level ground. */
export function nearlyLevel({ difficulty, duration }: { difficulty: number; duration: number }, rng: Rng): Terrain {
  const ground = startGround(duration);
  let slope = 0;
  while (ground.x < ground.length) {
    // A random walk of the slope that returns to level ground, as in Gymnasium's BipedalWalker.
    slope = 0.8 * slope - 0.02 * ground.y + 0.08 * difficulty * (2 * rng.next() - 1);
    ground.by(PIECE, slope * PIECE);
  }
  return ground.terrain();
}
