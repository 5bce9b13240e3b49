import type { Point } from '../../creature/body-plan.ts';

export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
/** So far from a point along a direction. */
export const along = (a: Point, way: Point, by: number): Point => [a[0] + by * way[0], a[1] + by * way[1]];
/** By the angle of that cosine and sine. */
export const turned = ([x, y]: Point, c: number, s: number): Point => [c * x - s * y, s * x + c * y];
