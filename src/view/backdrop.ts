import { Container, Graphics } from 'pixi.js';
import type { Camera, Frame } from './camera.ts';
import type { Palette } from './palette.ts';
import { RIDGES, type Ridge, ridgeOutline, ridgePeriod, spruceOutline, sunDisc, type Tree, treesOn } from './ridges.ts';

/** Background: layers of hills in front of a pale sun disc, with parallax. */
export interface Backdrop {
  readonly root: Container;
  /** Shifts the hills by the camera's motion. @param calm no parallax */
  update(camera: Camera, calm: boolean): void;
  destroy(): void;
}

function drawTree(view: Graphics, tree: Tree): void {
  const { x, y, size, isRound } = tree;
  view.rect(x - size * 0.035, y - size * 0.5, size * 0.07, size * 0.6);
  if (isRound) view.ellipse(x, y - size * 0.72, size * 0.24, size * 0.34);
  else view.poly(spruceOutline(tree));
}

function drawRidge(ridge: Ridge, frame: Frame, colour: number, treeColour: number): Graphics {
  const view = new Graphics();
  for (const tree of treesOn(ridge, frame)) drawTree(view, tree);
  if (ridge.trees > 0) view.fill(treeColour);
  return view.poly(ridgeOutline(ridge, frame)).fill(colour);
}

export function createBackdrop(frame: Frame, palette: Palette): Backdrop {
  const root = new Container();
  const period = ridgePeriod(frame);
  const { x, y, radius } = sunDisc(frame);
  const disc = new Graphics().circle(x, y, radius).fill(palette.disc);
  root.addChild(disc);
  /** Distance the camera has moved, pixels. */
  let travelled = 0;
  let lastX: number | undefined;
  const ridges = RIDGES.map((ridge, i) => {
    const colour = palette.hills[i]!;
    const view = drawRidge(ridge, frame, colour, palette.trees);
    root.addChild(view);
    return { view, ridge };
  });
  return {
    root,
    update(camera, calm) {
      // Accumulated step by step: with `camera.x * camera.scale`, zooming far from the start would make the hills jump.
      if (!calm) travelled += (camera.x - (lastX ?? 0)) * camera.scale;
      lastX = camera.x;
      for (const { view, ridge } of ridges) {
        const shift = calm ? 0 : travelled * ridge.parallax;
        view.position.set(-(((shift % period) + period) % period), camera.anchorY);
      }
    },
    destroy: () => root.destroy({ children: true, context: true }),
  };
}
