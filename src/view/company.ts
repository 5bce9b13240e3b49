import { Container } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { Recording } from '../sim/recording.ts';
import type { Terrain } from '../sim/terrain.ts';
import { calmHeight } from './calm-height.ts';
import { type CreatureArt, drawSilhouette } from './creature-art.ts';
import { type CreatureView, createCreatureView } from './creature-view.ts';
import { mix, type Palette } from './palette.ts';
import type { Act } from './playback.ts';
import { type Pose, poseAt } from './pose.ts';

/** Those who are on the stage with the one in front, at the same moment of their lives: ghosts of earlier ones, or a crowd. */
export interface Company {
  readonly root: Container;
  show(act: Act | undefined, ground: Terrain): void;
  /** Place in the crowd of who is nearest to a point, metres; undefined when nobody is near. */
  nearest(x: number, y: number): number | undefined;
  look(time: number): void;
  destroy(): void;
}

/** How much of the sky's colour each ghost has taken on, the latest first. */
const FADING = [0, 0.3, 0.52, 0.68];

/** So near to a creature's middle a pointer means it, metres. */
const REACH = 0.8;

export function createCompany(plan: BodyPlan, palette: Palette): Company {
  const root = new Container();
  const art: CreatureArt = drawSilhouette(plan);
  let shown: { view: CreatureView; recording: Recording; pose: Pose; place: number }[] = [];
  let ground: Terrain | undefined;
  const add = (recording: Recording, tint: number, place: number) => {
    const view = createCreatureView(plan, art);
    view.root.tint = tint;
    root.addChildAt(view.root, 0);
    shown.push({ view, recording, pose: poseAt(recording, 0), place });
  };
  const clear = () => {
    for (const { view } of shown) view.destroy();
    shown = [];
  };
  return {
    root,
    show(act, terrain) {
      clear();
      ground = terrain;
      const { lives, leader } = act?.crowd ?? { lives: [], leader: -1 };
      for (const [place, { recording, share }] of lives.entries()) {
        if (place !== leader) add(recording, mix(palette.trees, palette.creature, share), place);
      }
      for (const [age, recording] of (act?.ghosts ?? []).slice(0, FADING.length).entries()) {
        add(recording, mix(palette.ghost, palette.sky, FADING[age] as number), -1);
      }
    },
    nearest(x, y) {
      const away = ({ pose }: { pose: Pose }) => Math.hypot((pose[0] as number) - x, (pose[1] as number) - y);
      const [first] = shown.filter(({ place }) => place >= 0).sort((a, b) => away(a) - away(b));
      return first && away(first) < REACH ? first.place : undefined;
    },
    look(time) {
      for (const each of shown) {
        each.pose = poseAt(each.recording, time, each.pose);
        const x = each.pose[0] as number;
        const lift = ground ? calmHeight(ground, x) - calmHeight(each.recording.terrain, x) : 0;
        each.view.pose(each.pose, lift);
      }
    },
    destroy() {
      clear();
      root.destroy();
      art.destroy();
    },
  };
}
