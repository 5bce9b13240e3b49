import { heightAt, lowest, type Terrain } from '../sim/terrain.ts';
import { calmHeight } from './calm-height.ts';

/** The ground goes on level so far beyond its ends, and so deep, metres. */
const BEYOND = 80;
const DEPTH = 40;
/** Layers in the earth: from and to so deep, metres. */
const LAYERS = [
  [0.95, 1.5],
  [2.3, 3.2],
  [4.4, 6],
] as const;
/** Stones lie by stretches of so many metres. */
export const STRETCH = 12;
const STONES = 14;

/** A number in [0, 1) that looks like chance and is always the same for the same place. */
function chance(place: number): number {
  const value = Math.sin(place * 127.1) * 43758.5453;
  return value - Math.floor(value);
}

/** The line one walks on: x0, y0, x1, y1, ... metres, as all here. */
export function surface(terrain: Terrain): number[] {
  const { points } = terrain;
  const first = (points[0] as number) - BEYOND;
  const last = (points[points.length - 2] as number) + BEYOND;
  return [first, heightAt(terrain, first), ...points, last, heightAt(terrain, last)];
}

/** Where there is ground, whole metres from and to. */
export function spanOf({ points }: Terrain): [left: number, right: number] {
  return [Math.floor((points[0] as number) - BEYOND), Math.ceil((points[points.length - 2] as number) + BEYOND)];
}

/** The earth under the line, as if it were cut open. */
export function cutOpen(terrain: Terrain): number[] {
  const line = surface(terrain);
  const [first, last] = [line[0] as number, line[line.length - 2] as number];
  const bottom = lowest(terrain) - DEPTH;
  return [...line, last, bottom, first, bottom];
}

/** Where the ground may turn, and every metre between. */
function places({ points }: Terrain, left: number, right: number): number[] {
  const found: number[] = [];
  for (let x = left; x <= right; x++) found.push(x);
  for (let i = 0; i < points.length; i += 2) found.push((points[i] as number) - 0.01, (points[i] as number) + 0.01);
  return found.sort((a, b) => a - b);
}

/** The edge of a layer: as the ground above it, only calmer, and never outside of it. */
function edge(terrain: Terrain, depth: number, xs: readonly number[]): [x: number, y: number][] {
  return xs.map((x) => {
    const wanted = calmHeight(terrain, x) - depth - 0.13 * Math.sin(0.55 * x + 3 * depth);
    return [x, Math.min(wanted, heightAt(terrain, x) - 0.3)];
  });
}

/** The layers in the earth. */
export function layersIn(terrain: Terrain): number[][] {
  const xs = places(terrain, ...spanOf(terrain));
  return LAYERS.map(([from, to]) => [...edge(terrain, from, xs), ...edge(terrain, to, xs).reverse()].flat());
}

/** The stones of the stretch that begins there; each half as wide again as high. */
export function stonesIn(terrain: Terrain, from: number): { x: number; y: number; size: number }[] {
  return Array.from({ length: STONES }, (_, k) => {
    const place = from * 31 + k;
    const x = from + STRETCH * chance(place);
    const deep = 0.75 + 4.5 * chance(place + 0.3) ** 1.6;
    return { x, y: heightAt(terrain, x) - deep, size: 0.035 + 0.075 * chance(place + 0.6) };
  });
}
