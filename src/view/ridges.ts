import type { Frame } from './camera.ts';

/** A ridge of hills: its share of the camera's motion, height and amplitude as shares of the window's height, frequencies. */
export interface Ridge {
  readonly parallax: number;
  readonly height: number;
  readonly swing: number;
  readonly waves: readonly [number, number];
  readonly trees: number;
}

/** The farthest first. */
export const RIDGES: readonly Ridge[] = [
  { parallax: 0.06, height: 0.25, swing: 0.055, waves: [2, 5], trees: 0 },
  { parallax: 0.14, height: 0.15, swing: 0.045, waves: [3, 7], trees: 0 },
  { parallax: 0.28, height: 0.055, swing: 0.03, waves: [2, 5], trees: 9 },
];

/** Points on a ridge's line per period. */
const STEPS = 96;

/** Period of a ridge, pixels. */
export const ridgePeriod = ({ width, height }: Frame): number => Math.max(width, 1.2 * height);

/** The sun behind the ridges, pixels. */
export function sunDisc({ width, height }: Frame): { x: number; y: number; radius: number } {
  return { x: width * 0.66, y: height * 0.4, radius: 0.15 * Math.min(height, 1.3 * width) };
}

/** Height above the ground's line at a phase from 0 to 1 of the period, pixels. */
function rise({ height, swing, waves }: Ridge, share: number, frame: Frame): number {
  const turn = 2 * Math.PI * share;
  const wave = Math.sin(waves[0] * turn + waves[1]) + 0.5 * Math.sin(waves[1] * turn + waves[0]);
  return frame.height * (height + swing * wave);
}

/** The polygon of a ridge over two periods, pixels, y down from the ground's line: it can be shifted by up to one period. */
export function ridgeOutline(ridge: Ridge, frame: Frame): number[] {
  const period = ridgePeriod(frame);
  const line: number[] = [];
  for (let k = 0; k <= 2 * STEPS; k++) line.push((k / STEPS) * period, -rise(ridge, (k / STEPS) % 1, frame));
  return [...line, 2 * period, frame.height, 0, frame.height];
}

/** A tree by its foot and size, pixels. */
export interface Tree {
  x: number;
  y: number;
  size: number;
  isRound: boolean;
}

/** The trees of a ridge over two periods. */
export function treesOn(ridge: Ridge, frame: Frame): Tree[] {
  const period = ridgePeriod(frame);
  return Array.from({ length: ridge.trees }, (_, k) => {
    const share = ((k * 0.618 + 0.05 * Math.sin(9 * k)) % 1) * 0.999;
    const size = frame.height * (0.05 + 0.035 * Math.abs(Math.sin(5 * k + 1)));
    const y = -rise(ridge, share, frame) + 3;
    return [0, 1].map((turn) => ({ x: (share + turn) * period, y, size, isRound: k % 3 !== 0 }));
  }).flat();
}

/** The corners of a pointed tree's top. */
export const spruceOutline = ({ x, y, size }: Tree): number[] => [
  ...[x - size * 0.22, y - size * 0.22],
  ...[x + size * 0.22, y - size * 0.22],
  ...[x, y - size * 1.1],
];
