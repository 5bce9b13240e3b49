import { Container, Graphics } from 'pixi.js';
import type { Camera, Frame } from './camera.ts';
import type { Palette } from './palette.ts';

/** Hills of cut paper, far and near, before a pale disc. */
export interface Backdrop {
  readonly root: Container;
  /** @param calm hills stand still */
  look(camera: Camera, calm: boolean): void;
  destroy(): void;
}

/** How much of the camera's way each ridge goes, its height and swing as shares of the window's, and its waves. */
const RIDGES = [
  { pace: 0.06, height: 0.25, swing: 0.055, waves: [2, 5], trees: 0 },
  { pace: 0.14, height: 0.15, swing: 0.045, waves: [3, 7], trees: 0 },
  { pace: 0.28, height: 0.055, swing: 0.03, waves: [2, 5], trees: 9 },
] as const;

type Ridge = (typeof RIDGES)[number];

/** Height above the ground's line at a share of the ridge's period, pixels. */
function rise({ height, swing, waves }: Ridge, share: number, frame: Frame): number {
  const turn = 2 * Math.PI * share;
  const wave = Math.sin(waves[0] * turn + waves[1]) + 0.5 * Math.sin(waves[1] * turn + waves[0]);
  return frame.height * (height + swing * wave);
}

function tree(view: Graphics, x: number, y: number, size: number, round: boolean): void {
  view.rect(x - size * 0.035, y - size * 0.5, size * 0.07, size * 0.6);
  if (round) view.ellipse(x, y - size * 0.72, size * 0.24, size * 0.34);
  else view.poly([x - size * 0.22, y - size * 0.22, x + size * 0.22, y - size * 0.22, x, y - size * 1.1]);
}

/** Drawn two periods wide, so that it can be moved by up to one without showing an end. */
function drawRidge(ridge: Ridge, frame: Frame, period: number, colour: number, treeColour: number): Graphics {
  const view = new Graphics();
  const steps = 96;
  const line: number[] = [];
  for (let k = 0; k <= 2 * steps; k++) line.push((k / steps) * period, -rise(ridge, (k / steps) % 1, frame));
  for (let k = 0; k < ridge.trees; k++) {
    const share = ((k * 0.618 + 0.05 * Math.sin(9 * k)) % 1) * 0.999;
    const size = frame.height * (0.05 + 0.035 * Math.abs(Math.sin(5 * k + 1)));
    const y = -rise(ridge, share, frame) + 3;
    for (const turn of [0, 1]) tree(view, (share + turn) * period, y, size, k % 3 !== 0);
  }
  if (ridge.trees > 0) view.fill(treeColour);
  return view.poly([...line, 2 * period, frame.height, 0, frame.height]).fill(colour);
}

export function createBackdrop(frame: Frame, palette: Palette): Backdrop {
  const root = new Container();
  const period = Math.max(frame.width, 1.2 * frame.height);
  const radius = 0.15 * Math.min(frame.height, 1.3 * frame.width);
  const disc = new Graphics().circle(0, 0, radius).fill(palette.disc);
  disc.position.set(frame.width * 0.66, frame.height * 0.4);
  root.addChild(disc);
  let way = 0;
  let last: number | undefined;
  const ridges = RIDGES.map((ridge, i) => {
    const colour = palette.hills[i] as number;
    const view = drawRidge(ridge, frame, period, colour, palette.trees);
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
    destroy: () => root.destroy({ children: true }),
  };
}
