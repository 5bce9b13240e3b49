import { Container } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { Recording } from '../sim/recording.ts';
import type { Terrain } from '../sim/terrain.ts';
import { calmHeight } from './calm-height.ts';
import { type CreatureArt, drawSilhouette } from './creature-art.ts';
import { type CreatureView, createCreatureView } from './creature-view.ts';
import { mix, type Palette } from './palette.ts';
import { type Pose, poseAt } from './pose.ts';

/** Ghosts: earlier champions, at the same moment of their lives. */
export interface Company {
  readonly root: Container;
  show(ghosts: readonly Recording[], ground: Terrain): void;
  look(time: number): void;
  destroy(): void;
}

/** How much of the sky's colour each ghost has taken on, the latest first. */
const FADING = [0, 0.3, 0.52, 0.68];

export function createCompany(plan: BodyPlan, palette: Palette): Company {
  const root = new Container();
  const art: CreatureArt = drawSilhouette(plan);
  let shown: { view: CreatureView; recording: Recording; pose: Pose }[] = [];
  let ground: Terrain | undefined;
  const clear = () => {
    for (const { view } of shown) view.destroy();
    shown = [];
  };
  return {
    root,
    show(ghosts, terrain) {
      clear();
      ground = terrain;
      for (const [age, recording] of ghosts.slice(0, FADING.length).entries()) {
        const view = createCreatureView(plan, art);
        view.root.tint = mix(palette.ghost, palette.sky, FADING[age] as number);
        root.addChildAt(view.root, 0);
        shown.push({ view, recording, pose: poseAt(recording, 0) });
      }
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
