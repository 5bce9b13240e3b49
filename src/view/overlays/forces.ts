import { Container, Graphics, GraphicsContext } from 'pixi.js';
import { driveAt } from '../drive.ts';
import { footholdOf } from '../foothold.ts';
import { createHinges, type Hinges } from '../hinges.ts';
import { CM, extent } from '../outline.ts';
import type { Palette } from '../palette.ts';
import type { Act } from '../playback.ts';
import { frameAt } from '../pose.ts';
import type { OverlayMaker } from './overlay.ts';

/** Arrows are drawn once in so many lengths; the longest goes so far around, radians. */
const LENGTHS = 24;
const AROUND = 1.6 * Math.PI;
/** Radius of the drawing of an arrow, and of an arrow as a share of its owner's height. */
const RADIUS = 50;
const SIZE = 0.082;
/** So much wider is an arrow that goes around another one. */
const WIDER = 0.5;

/** An arrow bent around the origin, counter-clockwise and to both sides of the top alike. */
function drawArrow(context: GraphicsContext, share: number, { ink, sky }: Palette): void {
  const half = (AROUND * share) / 2;
  const [from, to] = [Math.PI / 2 - half, Math.PI / 2 + half];
  const [x, y] = [RADIUS * Math.cos(to), RADIUS * Math.sin(to)];
  const point = (ahead: number, out: number, grown: number) => [
    x - grown * ahead * Math.sin(to) + grown * out * Math.cos(to),
    y + grown * ahead * Math.cos(to) + grown * out * Math.sin(to),
  ];
  const head = (grown: number) => [...point(17, 0, grown), ...point(-3, 13, grown), ...point(-3, -13, grown)];
  const arc = () => context.moveTo(RADIUS * Math.cos(from), RADIUS * Math.sin(from)).arc(0, 0, RADIUS, from, to);
  arc().stroke({ color: sky, width: 15, cap: 'round' });
  context.poly(head(1.45)).fill(sky);
  arc().stroke({ color: ink, width: 8, cap: 'round' });
  context.poly(head(1)).fill(ink);
}

/**
 * What each joint is asked to turn by, as arrows whose length goes with the torque against the strongest joint's, and a
 * spot wherever a part stands on the ground. How hard the ground pushes is not recorded, so nothing is said of it.
 */
export const forces: OverlayMaker = (palette) => {
  const root = new Container();
  const arrows = Array.from({ length: LENGTHS + 1 }, (_, k) => {
    const context = new GraphicsContext();
    if (k > 0) drawArrow(context, k / LENGTHS, palette);
    return context;
  });
  const spot = new GraphicsContext();
  spot.circle(0, 0, 17).stroke({ color: palette.hot, width: 3.4 }).circle(0, 0, 8).fill(palette.hot);
  let turns: Graphics[] = [];
  let holds: Graphics[] = [];
  let hinges: Hinges | undefined;
  let shown: Act | undefined;
  let size = 1;
  const add = (context: GraphicsContext) => root.addChild(new Graphics(context));
  return {
    root,
    begin(act) {
      const { plan } = act.recording;
      if (shown?.recording.plan !== plan) {
        for (const view of root.removeChildren()) view.destroy();
        hinges = createHinges(plan);
        size = SIZE * Math.max(0.8, extent(plan.parts).height) * (CM / RADIUS);
        turns = plan.joints.map(() => add(arrows[0] as GraphicsContext));
        holds = plan.parts.map(() => add(spot));
        for (const hold of holds) hold.scale.set(size);
      }
      shown = act;
    },
    look(pose, time) {
      if (shown === undefined) return;
      const { recording } = shown;
      const { plan, contacts, terrain } = recording;
      const strongest = Math.max(...plan.joints.map(({ torque }) => torque));
      hinges?.place(pose, (j, x, y) => {
        const turn = turns[j] as Graphics;
        const share = (driveAt(recording, j, time) * (plan.joints[j]?.torque ?? 0)) / strongest;
        turn.context = arrows[Math.round(LENGTHS * Math.abs(share))] as GraphicsContext;
        turn.position.set(x * CM, y * CM);
        const grown = size * (1 + WIDER * (hinges?.nesting[j] ?? 0));
        turn.scale.set(share < 0 ? -grown : grown, grown);
      });
      const at = frameAt(recording, time) * plan.parts.length;
      for (const [i, part] of plan.parts.entries()) {
        const hold = holds[i] as Graphics;
        hold.visible = contacts[at + i] === 1;
        if (!hold.visible) continue;
        const [x, y] = footholdOf(terrain, part, pose, i);
        hold.position.set(x * CM, y * CM);
      }
    },
  };
};
