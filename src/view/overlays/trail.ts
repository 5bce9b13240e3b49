import { Container, Graphics, GraphicsContext } from 'pixi.js';
import { createMassCentreFinder, type MassCentreFinder, massCentrePath } from '../mass-centre.ts';
import { CM, extent } from '../outline.ts';
import { frameAt } from '../pose.ts';
import type { CreateOverlay } from './overlay.ts';

/** Seconds of the path that are drawn, and the number of straight pieces. */
const SPAN = 2.4;
const PIECES = 72;
/** Radius of the sign as a share of the creature's height, and as drawn. */
const SIZE = 0.046;
const RADIUS = 20;

/** The engineers' sign for a centre of mass: a disc in quarters. */
function drawSign(dark: number, light: number): Graphics {
  const view = new Graphics()
    .circle(0, 0, 1.16 * RADIUS)
    .fill(dark)
    .circle(0, 0, RADIUS)
    .fill(light);
  for (const start of [0, Math.PI]) {
    view
      .moveTo(0, 0)
      .arc(0, 0, RADIUS, start, start + Math.PI / 2)
      .closePath()
      .fill(dark);
  }
  return view;
}

/** The centre of mass, and a fading line along its path. */
export const trail: CreateOverlay = ({ ink, eye, pupil }) => {
  const root = new Container();
  const piece = new GraphicsContext().rect(0, -0.5, 1, 1).fill(ink);
  const pieces = Array.from({ length: PIECES }, (_, k) => {
    const view = new Graphics(piece);
    const recency = 1 - (k + 0.5) / PIECES;
    view.alpha = 0.85 * recency;
    return { view, thickness: 1.2 + 3 * recency };
  });
  const sign = drawSign(pupil, eye);
  root.addChild(...pieces.map(({ view }) => view), sign);
  const here = new Float64Array(2);
  let findMassCentre: MassCentreFinder | undefined;
  let path: Float64Array = new Float64Array(0);
  let frameOf = (_time: number) => 0;
  let step = 1 / 30;
  return {
    root,
    begin({ recording }) {
      findMassCentre = createMassCentreFinder(recording.plan.parts);
      path = massCentrePath(recording);
      frameOf = (time) => frameAt(recording, time);
      step = SPAN / PIECES;
      sign.scale.set((SIZE * Math.max(0.8, extent(recording.plan.parts).height) * CM) / RADIUS);
    },
    update(pose, time) {
      if (findMassCentre === undefined) return;
      findMassCentre(pose, 0, here, 0);
      let [x, y] = [here[0]!, here[1]!];
      sign.position.set(x * CM, y * CM);
      // Pieces begin at multiples of `step`, so that the line does not crawl along the path.
      const first = Math.floor(time / step);
      for (let k = 0; k < PIECES; k++) {
        const { view, thickness } = pieces[k]!;
        const at = (first - k) * step;
        view.visible = at >= 0;
        if (at < 0) continue;
        const frame = frameOf(at);
        const [backX, backY] = [path[2 * frame]!, path[2 * frame + 1]!];
        view.position.set(backX * CM, backY * CM);
        view.rotation = Math.atan2(y - backY, x - backX);
        view.scale.set(Math.hypot(x - backX, y - backY) * CM + 0.15, thickness);
        [x, y] = [backX, backY];
      }
    },
  };
};
