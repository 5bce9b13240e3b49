import { heightAt, startX, type Terrain } from '../sim/terrain.ts';
import type { Camera, Frame } from '../view/camera.ts';
import { cutOpen, layersIn, STRETCH, spanOf, stonesIn, surface } from '../view/earth.ts';
import { numberStep } from '../view/number-step.ts';
import { mix, type Palette } from '../view/palette.ts';
import { discIn, hillside, periodOf, RIDGES, spruce, treesOn } from '../view/ridges.ts';
import { isOpen, LONG, TOP, tickDepth, wordsAt } from '../view/ruler-marks.ts';
import { area, box, disc, type Mark } from './mark.ts';
import { type Window, windowOf } from './window.ts';

/** Of the line one walks on, metres. */
const TURF = 0.07;
const TICK = 0.024;

/** Hills before a pale disc, which have gone by as far as the camera went, pixels. */
function hills(frame: Frame, palette: Palette, line: number, way: number): Mark[] {
  const period = periodOf(frame);
  const sun = discIn(frame);
  const marks = [box(0, 0, frame.width, frame.height, palette.sky), disc(sun.x, sun.y, sun.radius, palette.disc)];
  for (const [i, ridge] of RIDGES.entries()) {
    const gone = -((((way * ridge.pace) % period) + period) % period);
    const moved = (points: readonly number[]) => points.map((each, k) => each + (k % 2 === 0 ? gone : line));
    for (const tree of treesOn(ridge, frame)) {
      const { x, y, size, isRound } = tree;
      marks.push(box(x + gone - size * 0.035, y + line - size * 0.5, size * 0.07, size * 0.6, palette.trees));
      if (!isRound) marks.push(area(moved(spruce(tree)), palette.trees));
      else {
        const [rx, ry] = [size * 0.24, size * 0.34];
        marks.push({ kind: 'ellipse', x: x + gone, y: y + line - size * 0.72, rx, ry, fill: palette.trees });
      }
    }
    marks.push(area(moved(hillside(ridge, frame)), palette.hills[i] as number));
  }
  return marks;
}

/** Ticks and numbers in metres from the start, between two places. */
export function ruler(terrain: Terrain, window: Window, from: number, to: number, colour: number): Mark[] {
  const zero = startX(terrain);
  const step = numberStep(window.scale);
  const marks: Mark[] = [];
  for (let metre = Math.max(0, Math.ceil(from - zero)); metre <= Math.min(to, terrain.end) - zero; metre++) {
    const x = zero + metre;
    const y = heightAt(terrain, x);
    const points = window.points([x, y - TOP, x, y - tickDepth(metre)]);
    marks.push({ kind: 'line', points, isClosed: false, stroke: colour, width: Math.max(1, TICK * window.scale) });
    if (metre % step !== 0 || !isOpen(terrain, x)) continue;
    const isBold = metre % 5 === 0;
    const size = isBold ? 15 : 13;
    const at = { x: window.x(x), y: window.y(y - LONG - 0.05) + size };
    marks.push({ kind: 'words', ...at, text: wordsAt(metre), size, isBold, isCentred: true, fill: colour });
  }
  return marks;
}

/** What lies on the ground, and its line. */
function top(terrain: Terrain, { scale, points }: Window, palette: Palette): Mark[] {
  const blocks = terrain.blocks.map(({ x, y, width: w, height: h }) => {
    const [left, right, low, high] = [x - w / 2, x + w / 2, y - h / 2, y + h / 2];
    return [left, low, right, low, right, high, left, high];
  });
  const solid = [...blocks, ...(terrain.rocks ?? []).map((rock) => rock.flat())];
  const stroke = palette.turf;
  return [
    ...solid.map((each): Mark => ({ ...area(points(each), palette.strata), stroke, width: 0.06 * scale })),
    { kind: 'line', points: points(surface(terrain)), isClosed: false, stroke, width: TURF * scale },
  ];
}

/** The ground cut open between two places. */
export function ground(terrain: Terrain, window: Window, from: number, to: number, palette: Palette): Mark[] {
  const [first] = spanOf(terrain);
  const marks = [cutOpen(terrain)].map((each) => area(window.points(each), palette.earth));
  for (const layer of layersIn(terrain)) marks.push(area(window.points(layer), palette.strata));
  const colour = mix(palette.strata, palette.ruler, 0.16);
  const start = first + STRETCH * Math.floor((from - first) / STRETCH);
  for (let stretch = start; stretch < to; stretch += STRETCH) {
    for (const { x, y, size } of stonesIn(terrain, stretch)) {
      const [rx, ry] = [1.5 * size * window.scale, size * window.scale];
      marks.push({ kind: 'ellipse', x: window.x(x), y: window.y(y), rx, ry, fill: colour });
    }
  }
  return [...marks, ...top(terrain, window, palette)];
}

/** All that is behind and under a creature. `way` is how far the camera has gone, pixels. */
export function landscape(terrain: Terrain, camera: Camera, frame: Frame, palette: Palette, way: number) {
  const window = windowOf(camera);
  const left = camera.x - camera.anchorX / camera.scale;
  const right = left + frame.width / camera.scale;
  return {
    behind: hills(frame, palette, camera.anchorY, way),
    under: [
      ...ground(terrain, window, left, right, palette),
      ...ruler(terrain, window, left - 1, right + 1, palette.ruler),
    ],
  };
}
