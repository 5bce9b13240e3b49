import type { Rng } from '../../../math/rng.ts';
import type { Terrain } from '../../terrain.ts';
import { CORNERS, END, FRICTION, GRASS, HEIGHT, SCALE, START, START_PAD, STEP } from './course.ts';
import { type Obstacle, pit, stairs, stump } from './obstacles.ts';

/** The ground from the heights of its corners, and rocks by their corners, metres. */
export function courseTerrain(heights: ArrayLike<number>, rocks: NonNullable<Terrain['rocks']>): Terrain {
  const points = new Float64Array(2 * heights.length);
  for (let i = 0; i < heights.length; i++) {
    points[2 * i] = i * STEP;
    points[2 * i + 1] = heights[i] as number;
  }
  return { points, blocks: [], rocks, pieces: true, friction: FRICTION, end: END, start: START };
}

const between = (rng: Rng, low: number, high: number) => low + Math.floor(rng.next() * (high - low));

/**
 * Slightly uneven ground, in the hardcore course with an obstacle after every few pieces: Gymnasium's
 * `_generate_terrain`, with its rules and our random numbers.
 */
export function generateCourse(hardcore: boolean, rng: Rng): Terrain {
  const heights: number[] = [];
  const rocks: NonNullable<Terrain['rocks']> = [];
  let velocity = 0;
  let y = HEIGHT;
  let counter = START_PAD;
  let obstacle: Obstacle | undefined;
  let planned: typeof pit | undefined;
  let fresh = false;
  for (let i = 0; i < CORNERS; i++) {
    if (planned) {
      obstacle = planned(i * STEP, y, (low, high) => between(rng, low, high));
      planned = undefined;
      rocks.push(...obstacle.rocks);
      counter = obstacle.pieces;
    } else if (obstacle) {
      y = obstacle.heightAt(counter);
    } else if (!fresh) {
      velocity = 0.8 * velocity + 0.01 * Math.sign(HEIGHT - y);
      if (i > START_PAD) velocity += (2 * rng.next() - 1) / SCALE;
      y += velocity;
    }
    fresh = false;
    heights.push(y);
    counter--;
    if (counter > 0) continue;
    counter = between(rng, GRASS / 2, GRASS);
    if (hardcore && obstacle === undefined) planned = [stump, stairs, pit][between(rng, 0, 3)];
    obstacle = undefined;
    fresh = true;
  }
  return courseTerrain(heights, rocks);
}
