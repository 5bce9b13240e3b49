import { heightAt, lowest, type Terrain } from '../sim/terrain.ts';
import { maxHeightNear } from './max-height-near.ts';

/** How far the ground continues beyond its ends, level, and how deep it is drawn, metres. */
const BEYOND = 80;
const DEPTH = 40;
/** Layers in the earth: depth of the upper and the lower edge, metres. */
const LAYERS = [
  [0.95, 1.5],
  [2.3, 3.2],
  [4.4, 6],
] as const;
/** Stones are drawn stretch by stretch, each of this length, metres. */
export const STRETCH = 12;
const STONES_PER_STRETCH = 14;

/** A pseudo-random number in [0, 1), always the same for the same place. */
function hash01(place: number): number {
  const value = Math.sin(place * 127.1) * 43758.5453;
  return value - Math.floor(value);
}

/** The line of the ground: x0, y0, x1, y1, ... metres, as everywhere in this file. */
export function groundLine(terrain: Terrain): number[] {
  const { points } = terrain;
  const first = points[0]! - BEYOND;
  const last = points[points.length - 2]! + BEYOND;
  return [first, heightAt(terrain, first), ...points, last, heightAt(terrain, last)];
}

/** Left and right end of the ground, whole metres. */
export function groundExtent({ points }: Terrain): [left: number, right: number] {
  return [Math.floor(points[0]! - BEYOND), Math.ceil(points[points.length - 2]! + BEYOND)];
}

/** The polygon of the earth below the line. */
export function earthOutline(terrain: Terrain): number[] {
  const line = groundLine(terrain);
  const [first, last] = [line[0]!, line[line.length - 2]!];
  const bottom = lowest(terrain) - DEPTH;
  return [...line, last, bottom, first, bottom];
}

/** Every metre, and both sides of each corner of the ground. */
function places({ points }: Terrain, left: number, right: number): number[] {
  const found: number[] = [];
  for (let x = left; x <= right; x++) found.push(x);
  for (let i = 0; i < points.length; i += 2) found.push(points[i]! - 0.01, points[i]! + 0.01);
  return found.sort((a, b) => a - b);
}

/** The edge of a layer: a smoother copy of the ground's line, always at least 0.3 m below it. */
function edge(terrain: Terrain, depth: number, xs: readonly number[]): [x: number, y: number][] {
  return xs.map((x) => {
    const wanted = maxHeightNear(terrain, x) - depth - 0.13 * Math.sin(0.55 * x + 3 * depth);
    return [x, Math.min(wanted, heightAt(terrain, x) - 0.3)];
  });
}

/** The polygons of the layers. */
export function layerOutlines(terrain: Terrain): number[][] {
  const xs = places(terrain, ...groundExtent(terrain));
  return LAYERS.map(([from, to]) => [...edge(terrain, from, xs), ...edge(terrain, to, xs).reverse()].flat());
}

/** The stones of the stretch that begins at `from`; each is 1.5 times as wide as high. */
export function stonesIn(terrain: Terrain, from: number): { x: number; y: number; size: number }[] {
  return Array.from({ length: STONES_PER_STRETCH }, (_, k) => {
    const place = from * 31 + k;
    const x = from + STRETCH * hash01(place);
    const depth = 0.75 + 4.5 * hash01(place + 0.3) ** 1.6;
    return { x, y: heightAt(terrain, x) - depth, size: 0.035 + 0.075 * hash01(place + 0.6) };
  });
}
