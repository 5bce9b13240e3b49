import { Container, Graphics, GraphicsContext } from 'pixi.js';
import { driveAt } from '../drive.ts';
import { footholdOf } from '../foothold.ts';
import { createHinges, type Hinges } from '../hinges.ts';
import { CM, extent } from '../outline.ts';
import type { Palette } from '../palette.ts';
import type { Clip } from '../playback.ts';
import { frameAt } from '../pose.ts';
import type { CreateOverlay } from './overlay.ts';

/** Number of arrow lengths that are drawn in advance, and the angle of the longest, radians. */
const LENGTHS = 24;
const MAX_ANGLE = 1.6 * Math.PI;
/** Radius of the shared drawing, and radius of an arrow as a share of the creature's height. */
const RADIUS = 50;
const SIZE = 0.082;
/** Extra radius, as a share, of an arrow drawn around another one. */
const WIDER = 0.5;

/** A counter-clockwise arc with an arrowhead, centred on the top. */
function drawArrow(context: GraphicsContext, share: number, { ink, sky }: Palette): void {
  const half = (MAX_ANGLE * share) / 2;
  const [from, to] = [Math.PI / 2 - half, Math.PI / 2 + half];
  const [x, y] = [RADIUS * Math.cos(to), RADIUS * Math.sin(to)];
  const point = (ahead: number, out: number, size: number) => [
    x - size * ahead * Math.sin(to) + size * out * Math.cos(to),
    y + size * ahead * Math.cos(to) + size * out * Math.sin(to),
  ];
  const head = (size: number) => [...point(17, 0, size), ...point(-3, 13, size), ...point(-3, -13, size)];
  const arc = () => context.moveTo(RADIUS * Math.cos(from), RADIUS * Math.sin(from)).arc(0, 0, RADIUS, from, to);
  arc().stroke({ color: sky, width: 15, cap: 'round' });
  context.poly(head(1.45)).fill(sky);
  arc().stroke({ color: ink, width: 8, cap: 'round' });
  context.poly(head(1)).fill(ink);
}

/**
 * An arrow at each joint for the torque applied there, its length relative to the strongest joint's maximum, and a spot
 * where a part stands on the ground. Contact forces are not recorded, so none are shown.
 */
export const forces: CreateOverlay = (palette) => {
  const root = new Container();
  const arrows = Array.from({ length: LENGTHS + 1 }, (_, k) => {
    const context = new GraphicsContext();
    if (k > 0) drawArrow(context, k / LENGTHS, palette);
    return context;
  });
  const spot = new GraphicsContext();
  spot.circle(0, 0, 17).stroke({ color: palette.hot, width: 3.4 }).circle(0, 0, 8).fill(palette.hot);
  let arrowViews: Graphics[] = [];
  let spots: Graphics[] = [];
  let hinges: Hinges | undefined;
  let shown: Clip | undefined;
  let size = 1;
  const add = (context: GraphicsContext) => root.addChild(new Graphics(context));
  return {
    root,
    begin(clip) {
      const { plan } = clip.recording;
      if (shown?.recording.plan !== plan) {
        for (const view of root.removeChildren()) view.destroy();
        hinges = createHinges(plan);
        size = SIZE * Math.max(0.8, extent(plan.parts).height) * (CM / RADIUS);
        arrowViews = plan.joints.map(() => add(arrows[0]!));
        spots = plan.parts.map(() => add(spot));
        for (const spotView of spots) spotView.scale.set(size);
      }
      shown = clip;
    },
    update(pose, time) {
      if (shown === undefined) return;
      const { recording } = shown;
      const { plan, contacts, terrain } = recording;
      const strongest = Math.max(1e-9, ...plan.joints.map(({ torque }) => torque));
      hinges?.place(pose, (j, x, y) => {
        const arrow = arrowViews[j]!;
        const share = (driveAt(recording, j, time) * (plan.joints[j]?.torque ?? 0)) / strongest;
        arrow.context = arrows[Math.round(LENGTHS * Math.abs(share))]!;
        arrow.position.set(x * CM, y * CM);
        const scale = size * (1 + WIDER * (hinges?.nesting[j] ?? 0));
        arrow.scale.set(share < 0 ? -scale : scale, scale);
      });
      const at = frameAt(recording, time) * plan.parts.length;
      for (const [i, part] of plan.parts.entries()) {
        const spotView = spots[i]!;
        spotView.visible = contacts[at + i] === 1;
        if (!spotView.visible) continue;
        const [x, y] = footholdOf(terrain, part, pose, i);
        spotView.position.set(x * CM, y * CM);
      }
    },
  };
};
