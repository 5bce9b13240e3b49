import { Container, Graphics } from 'pixi.js';
import type { Terrain } from '../sim/terrain.ts';
import { earthOutline, groundExtent, groundLine, layerOutlines, STRETCH, stonesIn } from './earth.ts';
import { CM } from './outline.ts';
import { mix, type Palette } from './palette.ts';

/** The ground in cross-section: earth with its layers, blocks and rocks, and the line of the surface. */
export interface GroundView {
  readonly root: Container;
  /** Hides stones outside a range of x, metres. */
  showBetween(left: number, right: number): void;
  destroy(): void;
}

const inCentimetres = (points: readonly number[]) => points.map((each) => each * CM);

function drawStones(terrain: Terrain, from: number, colour: number): Graphics {
  const view = new Graphics();
  for (const { x, y, size } of stonesIn(terrain, from)) {
    view.ellipse(x * CM, y * CM, size * 1.5 * CM, size * CM);
  }
  return view.fill(colour);
}

export function createGroundView(terrain: Terrain, palette: Palette): GroundView {
  const root = new Container();
  const line = inCentimetres(groundLine(terrain));
  const [left, right] = groundExtent(terrain);
  const earth = new Graphics().poly(inCentimetres(earthOutline(terrain))).fill(palette.earth);
  for (const layer of layerOutlines(terrain)) earth.poly(inCentimetres(layer)).fill(palette.strata);
  root.addChild(earth);

  const stretches: { from: number; view: Graphics }[] = [];
  for (let from = left; from < right; from += STRETCH) {
    const view = drawStones(terrain, from, mix(palette.strata, palette.ruler, 0.16));
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
    showBetween(leftEdge, rightEdge) {
      for (const { from, view } of stretches) view.visible = from < rightEdge && from + STRETCH > leftEdge;
    },
    // `children` alone would leave the drawings to Pixi's garbage collector, which waits for a minute.
    destroy: () => root.destroy({ children: true, context: true }),
  };
}
