import { Container, Graphics } from 'pixi.js';
import { heightAt, lowest, type Terrain } from '../sim/terrain.ts';
import { calmHeight } from './calm-height.ts';
import { CM } from './outline.ts';
import { mix, type Palette } from './palette.ts';

/** The ground cut open: earth with its layers, blocks on it, and a line to walk on. */
export interface GroundView {
  readonly root: Container;
  /** Draws only what lies between two places, metres. */
  look(left: number, right: number): void;
  destroy(): void;
}

/** The ground goes on level so far beyond its ends, and so deep, metres. */
const BEYOND = 80;
const DEPTH = 40;
/** Layers in the earth: from and to so deep, metres. */
const LAYERS = [
  [0.95, 1.5],
  [2.3, 3.2],
  [4.4, 6],
] as const;
/** Stones are drawn by stretches of so many metres. */
const STRETCH = 12;

/** A number in [0, 1) that looks like chance and is always the same for the same place. */
function chance(place: number): number {
  const value = Math.sin(place * 127.1) * 43758.5453;
  return value - Math.floor(value);
}

function surface(terrain: Terrain): number[] {
  const { points } = terrain;
  const first = (points[0] as number) - BEYOND;
  const last = (points[points.length - 2] as number) + BEYOND;
  return [first, heightAt(terrain, first), ...points, last, heightAt(terrain, last)].map((each) => each * CM);
}

/** Where the ground may turn, and every metre between. */
function places({ points }: Terrain, left: number, right: number): number[] {
  const found: number[] = [];
  for (let x = left; x <= right; x++) found.push(x);
  for (let i = 0; i < points.length; i += 2) found.push((points[i] as number) - 0.01, (points[i] as number) + 0.01);
  return found.sort((a, b) => a - b);
}

/** The edge of a layer: as the ground above it, only calmer, and never outside of it. */
function edge(terrain: Terrain, depth: number, xs: readonly number[]): number[] {
  return xs.flatMap((x) => {
    const wanted = calmHeight(terrain, x) - depth - 0.13 * Math.sin(0.55 * x + 3 * depth);
    return [x * CM, Math.min(wanted, heightAt(terrain, x) - 0.3) * CM];
  });
}

function reversed(line: readonly number[]): number[] {
  const back: number[] = [];
  for (let i = line.length - 2; i >= 0; i -= 2) back.push(line[i] as number, line[i + 1] as number);
  return back;
}

function stones(terrain: Terrain, from: number, colour: number): Graphics {
  const view = new Graphics();
  for (let k = 0; k < 14; k++) {
    const place = from * 31 + k;
    const x = from + STRETCH * chance(place);
    const deep = 0.75 + 4.5 * chance(place + 0.3) ** 1.6;
    const size = 0.035 + 0.075 * chance(place + 0.6);
    view.ellipse(x * CM, (heightAt(terrain, x) - deep) * CM, size * 1.5 * CM, size * CM);
  }
  return view.fill(colour);
}

export function createGroundView(terrain: Terrain, palette: Palette): GroundView {
  const root = new Container();
  const line = surface(terrain);
  const [first, last] = [line[0] as number, line[line.length - 2] as number];
  const bottom = (lowest(terrain) - DEPTH) * CM;
  const [left, right] = [Math.floor(first / CM), Math.ceil(last / CM)];
  const earth = new Graphics().poly([...line, last, bottom, first, bottom]).fill(palette.earth);
  const xs = places(terrain, left, right);
  for (const [from, to] of LAYERS) {
    earth.poly([...edge(terrain, from, xs), ...reversed(edge(terrain, to, xs))]).fill(palette.strata);
  }
  root.addChild(earth);

  const stretches: { from: number; view: Graphics }[] = [];
  for (let from = left; from < right; from += STRETCH) {
    const view = stones(terrain, from, mix(palette.strata, palette.ruler, 0.16));
    stretches.push({ from, view });
    root.addChild(view);
  }
  const top = new Graphics();
  for (const { x, y, width, height } of terrain.blocks) {
    top.roundRect((x - width / 2) * CM, (y - height / 2) * CM, width * CM, height * CM, 4);
  }
  for (const rock of terrain.rocks ?? []) top.poly(rock.flatMap(([x, y]) => [x * CM, y * CM]));
  if (terrain.blocks.length + (terrain.rocks?.length ?? 0) > 0) {
    top.fill(palette.strata).stroke({ color: palette.turf, width: 6, join: 'round' });
  }
  top.poly(line, false).stroke({ color: palette.turf, width: 7, cap: 'round', join: 'round', alignment: 0.5 });
  root.addChild(top);
  return {
    root,
    look(leftEdge, rightEdge) {
      for (const { from, view } of stretches) view.visible = from < rightEdge && from + STRETCH > leftEdge;
    },
    destroy: () => root.destroy({ children: true }),
  };
}
