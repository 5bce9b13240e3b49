import type { Rng } from '../../../math/rng.ts';
import type { Terrain } from '../../terrain.ts';
import { CORNERS, END, FRICTION, GRASS, HEIGHT, SCALE, START, START_PAD, STEP } from './course.ts';
import { type Obstacle, pit, stairs, stump } from './obstacles.ts';

/** A terrain from the heights of its corners and from rocks by their corners, metres. */
export function courseTerrain(heights: ArrayLike<number>, rocks: NonNullable<Terrain['rocks']>): Terrain {
  const points = new Float64Array(2 * heights.length);
  for (let i = 0; i < heights.length; i++) {
    points[2 * i] = i * STEP;
    points[2 * i + 1] = heights[i]!;
  }
  return { points, blocks: [], rocks, pieces: true, friction: FRICTION, end: END, start: START };
}

/** A whole number from `low` to below `high`. */
const integerBetween = (rng: Rng, low: number, high: number) => low + Math.floor(rng.next() * (high - low));

/**
 * Slightly uneven ground, on the hardcore course with an obstacle after every few pieces: the rules of Gymnasium's
 * `_generate_terrain` with random numbers of our own.
 */
export function generateCourse(hardcore: boolean, rng: Rng): Terrain {
  const heights: number[] = [];
  const rocks: NonNullable<Terrain['rocks']> = [];
  let velocity = 0;
  let y = HEIGHT;
  let counter = START_PAD;
  let obstacle: Obstacle | undefined;
  let nextObstacle: typeof pit | undefined;
  /** Whether this corner is the first after a change of state: its height stays. */
  let isFirst = false;
  for (let i = 0; i < CORNERS; i++) {
    if (nextObstacle) {
      obstacle = nextObstacle(i * STEP, y, (low, high) => integerBetween(rng, low, high));
      nextObstacle = undefined;
      rocks.push(...obstacle.rocks);
      counter = obstacle.pieces;
    } else if (obstacle) {
      y = obstacle.heightAt(counter);
    } else if (!isFirst) {
      velocity = 0.8 * velocity + 0.01 * Math.sign(HEIGHT - y);
      if (i > START_PAD) velocity += (2 * rng.next() - 1) / SCALE;
      y += velocity;
    }
    isFirst = false;
    heights.push(y);
    counter--;
    if (counter > 0) continue;
    counter = integerBetween(rng, GRASS / 2, GRASS);
    if (hardcore && obstacle === undefined) nextObstacle = [stump, stairs, pit][integerBetween(rng, 0, 3)];
    obstacle = undefined;
    isFirst = true;
  }
  return courseTerrain(heights, rocks);
}
