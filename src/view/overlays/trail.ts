import { Container, Graphics, GraphicsContext } from 'pixi.js';
import { type Balance, createBalance, wayOf } from '../mass-centre.ts';
import { CM, extent } from '../outline.ts';
import { frameAt } from '../pose.ts';
import type { OverlayMaker } from './overlay.ts';

/** Seconds of the way that are seen, in so many straight pieces. */
const SPAN = 2.4;
const PIECES = 72;
/** Radius of the sign as a share of its owner's height, and of its drawing. */
const SIZE = 0.046;
const RADIUS = 20;

/** The sign engineers use for a centre of mass: a disc in quarters. */
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

/** The centre of mass, and a line that fades along the way it has come. */
export const trail: OverlayMaker = ({ ink, eye, pupil }) => {
  const root = new Container();
  const piece = new GraphicsContext().rect(0, -0.5, 1, 1).fill(ink);
  const pieces = Array.from({ length: PIECES }, (_, k) => {
    const view = new Graphics(piece);
    const youth = 1 - (k + 0.5) / PIECES;
    view.alpha = 0.85 * youth;
    return { view, thickness: 1.2 + 3 * youth };
  });
  const sign = drawSign(pupil, eye);
  root.addChild(...pieces.map(({ view }) => view), sign);
  const here = new Float64Array(2);
  let balance: Balance | undefined;
  let way: Float64Array = new Float64Array(0);
  let frameOf = (_time: number) => 0;
  let step = 1 / 30;
  return {
    root,
    begin({ recording }) {
      balance = createBalance(recording.plan.parts);
      way = wayOf(recording);
      frameOf = (time) => frameAt(recording, time);
      step = SPAN / PIECES;
      sign.scale.set((SIZE * Math.max(0.8, extent(recording.plan.parts).height) * CM) / RADIUS);
    },
    look(pose, time) {
      if (balance === undefined) return;
      balance(pose, 0, here, 0);
      let [x, y] = [here[0] as number, here[1] as number];
      sign.position.set(x * CM, y * CM);
      // Pieces begin at round times, so that the line stands still in the world and does not crawl.
      const first = Math.floor(time / step);
      for (let k = 0; k < PIECES; k++) {
        const { view, thickness } = pieces[k] as (typeof pieces)[number];
        const at = (first - k) * step;
        view.visible = at >= 0;
        if (at < 0) continue;
        const frame = frameOf(at);
        const [backX, backY] = [way[2 * frame] as number, way[2 * frame + 1] as number];
        view.position.set(backX * CM, backY * CM);
        view.rotation = Math.atan2(y - backY, x - backX);
        view.scale.set(Math.hypot(x - backX, y - backY) * CM + 0.15, thickness);
        [x, y] = [backX, backY];
      }
    },
  };
};
