import type { Part } from '../creature/body-plan.ts';
import { EXAGGERATION } from './eye-shape.ts';
import { CM, clipBelow, roundedOutline } from './outline.ts';
import { type PaintedShape, paintedDisc } from './painted-shape.ts';
import { mix, type Palette } from './palette.ts';

/** Whether a point is inside a convex outline, counter-clockwise. */
function isInside(points: readonly number[], x: number, y: number): boolean {
  for (let i = 0; i < points.length; i += 2) {
    const [x0, y0] = [points[i]!, points[i + 1]!];
    const [x1, y1] = [points[(i + 2) % points.length]!, points[(i + 3) % points.length]!];
    if ((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) < 0) return false;
  }
  return true;
}

/** A smile around a point: a crescent of a half width, metres. */
function crescent(x: number, y: number, half: number): number[] {
  const edge = (depth: number, turn: 1 | -1) =>
    Array.from({ length: 9 }, (_, k) => {
      const share = (turn * (k - 4)) / 4;
      return [x + half * share, y - depth * half * (1 - share * share) + 0.12 * half * share];
    }).flat();
  return [...edge(0.85, 1), ...edge(0.45, -1)].map((each) => each * CM);
}

/** Colour of cheeks. */
const BLUSH = 0xff6f86;

/** A smile and a cheek under the eye, where the part has room for them. */
function face({ shape, eye }: Part, { dark }: Palette): PaintedShape[] {
  if (eye === undefined) return [];
  const [x, y] = eye.position;
  const radius = EXAGGERATION * eye.radius;
  const outline = shape.kind === 'circle' ? [] : roundedOutline(shape);
  const fits = (right: number, down: number) => {
    const [px, py] = [(x + right * radius) * CM, (y - down * radius) * CM];
    return shape.kind === 'circle' ? Math.hypot(px, py) < shape.radius * CM : isInside(outline, px, py);
  };
  if (!fits(-1.75, 2.1) || !fits(0.4, 2)) return [];
  return [
    paintedDisc(x - 1.25 * radius, y - 1.05 * radius, 0.5 * radius, BLUSH, 0.5),
    { points: crescent(x + 0.4 * radius, y - 1.35 * radius, 0.62 * radius), colour: dark, alpha: 0.75 },
  ];
}

/** Feet this much taller than wide wear a sock. */
const TALL = 2;
/** Height of a sock, as a share of the foot's. */
const SOCK = 0.24;

/** A darker lower end of a long foot. */
function sock({ shape, role }: Part, colour: number, { dark }: Palette): PaintedShape[] {
  if (role !== 'foot' || shape.kind === 'circle') return [];
  const points = roundedOutline(shape);
  const [xs, ys] = [0, 1].map((side) => points.filter((_, i) => i % 2 === side)) as [number[], number[]];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  if (high - low < TALL * (Math.max(...xs) - Math.min(...xs))) return [];
  return [{ points: clipBelow(points, low + SOCK * (high - low)), colour: mix(colour, dark, 0.4), alpha: 1 }];
}

/** What is drawn over a part in its colour by its shape alone: a face, a sock. */
export const featuresOf = (part: Part, colour: number, palette: Palette): PaintedShape[] => [
  ...face(part, palette),
  ...sock(part, colour, palette),
];
