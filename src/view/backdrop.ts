import { Container, Graphics } from 'pixi.js';
import type { Camera, Frame } from './camera.ts';
import type { Palette } from './palette.ts';
import { discIn, hillside, periodOf, RIDGES, type Ridge, spruce, type Tree, treesOn } from './ridges.ts';

/** Hills of cut paper, far and near, before a pale disc. */
export interface Backdrop {
  readonly root: Container;
  /** @param calm hills stand still */
  look(camera: Camera, calm: boolean): void;
  destroy(): void;
}

function drawTree(view: Graphics, tree: Tree): void {
  const { x, y, size, isRound } = tree;
  view.rect(x - size * 0.035, y - size * 0.5, size * 0.07, size * 0.6);
  if (isRound) view.ellipse(x, y - size * 0.72, size * 0.24, size * 0.34);
  else view.poly(spruce(tree));
}

function drawRidge(ridge: Ridge, frame: Frame, colour: number, treeColour: number): Graphics {
  const view = new Graphics();
  for (const tree of treesOn(ridge, frame)) drawTree(view, tree);
  if (ridge.trees > 0) view.fill(treeColour);
  return view.poly(hillside(ridge, frame)).fill(colour);
}

export function createBackdrop(frame: Frame, palette: Palette): Backdrop {
  const root = new Container();
  const period = periodOf(frame);
  const { x, y, radius } = discIn(frame);
  const disc = new Graphics().circle(x, y, radius).fill(palette.disc);
  root.addChild(disc);
  let way = 0;
  let last: number | undefined;
  const ridges = RIDGES.map((ridge, i) => {
    const colour = palette.hills[i] as number;
    const view = drawRidge(ridge, frame, colour, palette.trees);
    root.addChild(view);
    return { view, ridge };
  });
  return {
    root,
    look(camera, calm) {
      // Summed up, not taken from the place: far from the start, a change of scale would make the hills rush by.
      if (!calm) way += (camera.x - (last ?? 0)) * camera.scale;
      last = camera.x;
      for (const { view, ridge } of ridges) {
        const gone = calm ? 0 : way * ridge.pace;
        view.position.set(-(((gone % period) + period) % period), camera.anchorY);
      }
    },
    destroy: () => root.destroy({ children: true, context: true }),
  };
}
