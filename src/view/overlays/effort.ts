import { Container, Graphics, GraphicsContext } from 'pixi.js';
import { effortAt } from '../drive.ts';
import { createHinges, type Hinges } from '../hinges.ts';
import { CM, extent } from '../outline.ts';
import { heat } from '../palette.ts';
import type { Clip } from '../playback.ts';
import type { CreateOverlay } from './overlay.ts';

/** Radius of the shared drawing, and radius of a joint at rest as a share of the creature's height. */
const RADIUS = 20;
const SIZE = 0.022;
/** Extra radius, as a share, of a disc drawn around another one. */
const WIDER = 0.55;

/** A disc at each joint; its colour and size show how hard the joint works. */
export const effort: CreateOverlay = (palette) => {
  const root = new Container();
  const rim = new GraphicsContext().circle(0, 0, 1.28 * RADIUS).fill(palette.dark);
  const disc = new GraphicsContext().circle(0, 0, RADIUS).fill(0xffffff);
  let joints: { view: Container; fill: Graphics; size: number }[] = [];
  let hinges: Hinges | undefined;
  let shown: Clip | undefined;
  return {
    root,
    begin(clip) {
      if (shown?.recording.plan !== clip.recording.plan) {
        const { plan } = clip.recording;
        for (const { view } of joints) view.destroy({ children: true });
        hinges = createHinges(plan);
        const size = (SIZE * Math.max(0.8, extent(plan.parts).height) * CM) / RADIUS;
        joints = hinges.nesting.map((nesting) => {
          const fill = new Graphics(disc);
          const view = new Container({ children: [new Graphics(rim), fill] });
          root.addChildAt(view, 0);
          return { view, fill, size: size * (1 + WIDER * nesting) };
        });
      }
      shown = clip;
    },
    update(pose, time) {
      hinges?.place(pose, (j, x, y) => {
        const { view, fill, size } = joints[j]!;
        const share = effortAt((shown as Clip).recording, j, time);
        view.position.set(x * CM, y * CM);
        view.scale.set(size * (1 + 0.6 * share));
        fill.tint = heat(palette, share);
      });
    },
  };
};
