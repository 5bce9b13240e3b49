import type { Camera } from '../view/camera.ts';

/** Turns places in the world, metres with y up, into pixels of the picture. */
export interface Window {
  /** Pixels in a metre. */
  readonly scale: number;
  x(metres: number): number;
  y(metres: number): number;
  /** The same of x0, y0, x1, y1, ... */
  points(metres: readonly number[]): number[];
}

export function windowOf({
  x,
  y,
  scale,
  anchorX,
  anchorY,
}: Pick<Camera, 'x' | 'y' | 'scale' | 'anchorX' | 'anchorY'>): Window {
  const toX = (metres: number) => anchorX + (metres - x) * scale;
  const toY = (metres: number) => anchorY - (metres - y) * scale;
  return { scale, x: toX, y: toY, points: (metres) => metres.map((each, i) => (i % 2 === 0 ? toX(each) : toY(each))) };
}
