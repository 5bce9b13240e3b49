import type { Camera } from '../view/camera.ts';

/** Maps world coordinates (metres, y up) to picture coordinates (pixels, y down). */
export interface Viewport {
  /** Pixels per metre. */
  readonly scale: number;
  x(metres: number): number;
  y(metres: number): number;
  /** Maps points given as x0, y0, x1, y1, ... */
  points(metres: readonly number[]): number[];
}

export function viewportOf({
  x,
  y,
  scale,
  anchorX,
  anchorY,
}: Pick<Camera, 'x' | 'y' | 'scale' | 'anchorX' | 'anchorY'>): Viewport {
  const toX = (metres: number) => anchorX + (metres - x) * scale;
  const toY = (metres: number) => anchorY - (metres - y) * scale;
  return { scale, x: toX, y: toY, points: (metres) => metres.map((each, i) => (i % 2 === 0 ? toX(each) : toY(each))) };
}
