import type { Point } from '../../creature/body-plan.ts';
import type { Bounds } from '../../creature/bounds.ts';

/** What part of the drawing is seen: its middle in metres, and pixels in a metre. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

const MIN_SCALE = 12;
const MAX_SCALE = 1500;

export const toWorld = ({ x, y, scale }: View, { width, height }: Size, px: number, py: number): Point => [
  x + (px - width / 2) / scale,
  y - (py - height / 2) / scale,
];

export const toScreen = ({ x, y, scale }: View, { width, height }: Size, point: Point): Point => [
  width / 2 + (point[0] - x) * scale,
  height / 2 - (point[1] - y) * scale,
];

/** Closer by a factor, with the point under a pixel staying there. */
export function zoomed(view: View, size: Size, factor: number, px = size.width / 2, py = size.height / 2): View {
  const scale = Math.max(MIN_SCALE, Math.min(MAX_SCALE, view.scale * factor));
  const [x, y] = toWorld(view, size, px, py);
  const after = toWorld({ ...view, scale }, size, px, py);
  return { x: view.x + x - after[0], y: view.y + y - after[1], scale };
}

/** The view that shows a box and the ground under it, with a margin. */
export function fitted(box: Bounds | undefined, size: Size): View {
  const { left, right, bottom, top } = box ?? { left: -1.3, right: 1.3, bottom: 0, top: 2 };
  const low = Math.min(bottom, -0.25);
  const width = Math.max(right - left, 1.5);
  const height = Math.max(top - low, 1.5);
  const scale = Math.max(MIN_SCALE, Math.min(320, (0.72 * size.width) / width, (0.72 * size.height) / height));
  return { x: (left + right) / 2, y: (top + low) / 2, scale };
}

/** Distance of the grid's lines for a scale, metres: a tenth, or more where that would be too dense. */
export function gridStep(scale: number): number {
  return [0.05, 0.1, 0.5, 1, 5].find((step) => step * scale >= 9) ?? 5;
}
