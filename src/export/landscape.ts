import { heightAt, startX, type Terrain } from '../sim/terrain.ts';
import type { Camera, Frame } from '../view/camera.ts';
import { earthOutline, groundExtent, groundLine, layerOutlines, STRETCH, stonesIn } from '../view/earth.ts';
import { mix, type Palette } from '../view/palette.ts';
import { RIDGES, ridgeOutline, ridgePeriod, spruceOutline, sunDisc, treesOn } from '../view/ridges.ts';
import { rulerLabelStep } from '../view/ruler-label-step.ts';
import { hasRoomForLabel, rulerLabel, TICK_LONG, TICK_TOP, tickDepth } from '../view/ruler-marks.ts';
import { area, box, disc, type Mark } from './mark.ts';
import { type Viewport, viewportOf } from './viewport.ts';

/** Widths of the ground line and the ruler's ticks, metres. */
const GROUND_LINE_WIDTH = 0.07;
const TICK_WIDTH = 0.024;

/** Sky, sun and hills. @param line y of the ground line @param travelled distance the camera has moved, both pixels */
function hills(frame: Frame, palette: Palette, line: number, travelled: number): Mark[] {
  const period = ridgePeriod(frame);
  const sun = sunDisc(frame);
  const marks = [box(0, 0, frame.width, frame.height, palette.sky), disc(sun.x, sun.y, sun.radius, palette.disc)];
  for (const [i, ridge] of RIDGES.entries()) {
    const shift = -((((travelled * ridge.parallax) % period) + period) % period);
    const moved = (points: readonly number[]) => points.map((each, k) => each + (k % 2 === 0 ? shift : line));
    for (const tree of treesOn(ridge, frame)) {
      const { x, y, size, isRound } = tree;
      marks.push(box(x + shift - size * 0.035, y + line - size * 0.5, size * 0.07, size * 0.6, palette.trees));
      if (!isRound) marks.push(area(moved(spruceOutline(tree)), palette.trees));
      else {
        const [rx, ry] = [size * 0.24, size * 0.34];
        marks.push({ kind: 'ellipse', x: x + shift, y: y + line - size * 0.72, rx, ry, fill: palette.trees });
      }
    }
    marks.push(area(moved(ridgeOutline(ridge, frame)), palette.hills[i]!));
  }
  return marks;
}

/** Ticks and labels between two x positions, in metres from the start. */
export function ruler(terrain: Terrain, viewport: Viewport, from: number, to: number, colour: number): Mark[] {
  const zero = startX(terrain);
  const step = rulerLabelStep(viewport.scale);
  const marks: Mark[] = [];
  for (let metre = Math.max(0, Math.ceil(from - zero)); metre <= Math.min(to, terrain.end) - zero; metre++) {
    const x = zero + metre;
    const y = heightAt(terrain, x);
    const points = viewport.points([x, y - TICK_TOP, x, y - tickDepth(metre)]);
    marks.push({
      kind: 'line',
      points,
      isClosed: false,
      stroke: colour,
      width: Math.max(1, TICK_WIDTH * viewport.scale),
    });
    if (metre % step !== 0 || !hasRoomForLabel(terrain, x)) continue;
    const isBold = metre % 5 === 0;
    const size = isBold ? 15 : 13;
    const at = { x: viewport.x(x), y: viewport.y(y - TICK_LONG - 0.05) + size };
    marks.push({ kind: 'words', ...at, text: rulerLabel(metre), size, isBold, isCentred: true, fill: colour });
  }
  return marks;
}

/** Blocks, rocks and the ground line. */
function top(terrain: Terrain, { scale, points }: Viewport, palette: Palette): Mark[] {
  const blocks = terrain.blocks.map(({ x, y, width: w, height: h }) => {
    const [left, right, low, high] = [x - w / 2, x + w / 2, y - h / 2, y + h / 2];
    return [left, low, right, low, right, high, left, high];
  });
  const solid = [...blocks, ...(terrain.rocks ?? []).map((rock) => rock.flat())];
  const stroke = palette.turf;
  return [
    ...solid.map((each): Mark => ({ ...area(points(each), palette.strata), stroke, width: 0.06 * scale })),
    { kind: 'line', points: points(groundLine(terrain)), isClosed: false, stroke, width: GROUND_LINE_WIDTH * scale },
  ];
}

/** The cross-section of the ground, with stones between two x positions, metres. */
function ground(terrain: Terrain, viewport: Viewport, from: number, to: number, palette: Palette): Mark[] {
  const [first] = groundExtent(terrain);
  const marks = [area(viewport.points(earthOutline(terrain)), palette.earth)];
  for (const layer of layerOutlines(terrain)) marks.push(area(viewport.points(layer), palette.strata));
  const colour = mix(palette.strata, palette.ruler, 0.16);
  const start = first + STRETCH * Math.floor((from - first) / STRETCH);
  for (let stretch = start; stretch < to; stretch += STRETCH) {
    for (const { x, y, size } of stonesIn(terrain, stretch)) {
      const [rx, ry] = [1.5 * size * viewport.scale, size * viewport.scale];
      marks.push({ kind: 'ellipse', x: viewport.x(x), y: viewport.y(y), rx, ry, fill: colour });
    }
  }
  return [...marks, ...top(terrain, viewport, palette)];
}

/** The marks behind and below a creature. @param travelled distance the camera has moved, pixels */
export function landscape(terrain: Terrain, camera: Camera, frame: Frame, palette: Palette, travelled: number) {
  const viewport = viewportOf(camera);
  const left = camera.x - camera.anchorX / camera.scale;
  const right = left + frame.width / camera.scale;
  return {
    behind: hills(frame, palette, camera.anchorY, travelled),
    under: [
      ...ground(terrain, viewport, left, right, palette),
      ...ruler(terrain, viewport, left - 1, right + 1, palette.ruler),
    ],
  };
}
