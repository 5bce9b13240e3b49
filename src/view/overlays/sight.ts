import { Container, Graphics, GraphicsContext } from 'pixi.js';
import { CM } from '../outline.ts';
import type { Rays } from '../playback.ts';
import type { CreateOverlay } from './overlay.ts';

/** Thickness of a ray, cm. */
const THIN = 1.7;

/** The creature's rangefinder rays up to where they hit the ground; rays that hit nothing are fainter. */
export const sight: CreateOverlay = ({ ink, sky }) => {
  const root = new Container();
  const line = new GraphicsContext().rect(0, -0.5, 1, 1).fill(ink);
  const spot = new GraphicsContext().circle(0, 0, 5.6).fill(sky).circle(0, 0, 4).fill(ink);
  const views: { ray: Graphics; end: Graphics }[] = [];
  let rays: Rays | undefined;
  return {
    root,
    begin(act) {
      rays = act.rays;
      root.visible = rays !== undefined;
    },
    update(pose) {
      const [x, y] = [pose[0]!, pose[1]!];
      const seen = rays?.(x, y) ?? [];
      for (const [i, { toX, toY, isMet }] of seen.entries()) {
        if (views[i] === undefined) {
          views[i] = { ray: new Graphics(line), end: new Graphics(spot) };
          root.addChild(views[i].ray, views[i].end);
        }
        const { ray, end } = views[i];
        ray.position.set(x * CM, y * CM);
        ray.rotation = Math.atan2(toY - y, toX - x);
        ray.scale.set(Math.hypot(toX - x, toY - y) * CM, THIN);
        ray.alpha = isMet ? 0.5 : 0.2;
        end.visible = isMet;
        end.position.set(toX * CM, toY * CM);
      }
      for (const [i, { ray, end }] of views.entries()) {
        ray.visible = i < seen.length;
        end.visible &&= i < seen.length;
      }
    },
  };
};
