import { Container, Text } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { Recording } from '../sim/recording.ts';
import type { Terrain } from '../sim/terrain.ts';
import { calmHeight } from './calm-height.ts';
import { type CreatureArt, drawSilhouette } from './creature-art.ts';
import { type CreatureView, createCreatureView } from './creature-view.ts';
import { CM, extent } from './outline.ts';
import { mix, type Palette } from './palette.ts';
import type { Act } from './playback.ts';
import { type Pose, poseAt } from './pose.ts';
import { FONT } from './ruler-marks.ts';

/** Those who are on the stage with the one in front, at the same moment of their lives: ghosts of earlier ones, or a crowd. */
export interface Company {
  readonly root: Container;
  show(act: Act | undefined, ground: Terrain): void;
  /** Who comes along whatever is shown, and whether the act's own ghosts do. */
  invite(guests: readonly Guest[], withGhosts: boolean): void;
  /** Place in the crowd of who is nearest to a point, metres; undefined when nobody is near. */
  nearest(x: number, y: number): number | undefined;
  look(time: number): void;
  destroy(): void;
}

/** An earlier one that the viewer keeps in sight. */
export interface Guest {
  generation: number;
  /** Stands over it. */
  words: string;
  recording: Recording;
}

/** How much of the sky's colour each ghost has taken on, the latest first. */
const FADING = [0, 0.3, 0.52, 0.68];

/** The size of a guest's words, how far they are over it and how far from others beside them, in its heights. */
const WORDS = { size: 0.085, gap: 0.1, apart: 0.3 };

/** So near to a creature's middle a pointer means it, metres. */
const REACH = 0.8;

export function createCompany(plan: BodyPlan, palette: Palette): Company {
  const root = new Container();
  const art: CreatureArt = drawSilhouette(plan);
  const { height } = extent(plan.parts);
  let shown: { view: CreatureView; recording: Recording; pose: Pose; place: number; words?: Text }[] = [];
  let ground: Terrain | undefined;
  let act: Act | undefined;
  let [guests, withGhosts]: [readonly Guest[], boolean] = [[], true];
  const add = (recording: Recording, tint: number, place: number) => {
    const view = createCreatureView(plan, art);
    view.root.tint = tint;
    root.addChildAt(view.root, 0);
    const one: (typeof shown)[number] = { view, recording, pose: poseAt(recording, 0), place };
    shown.push(one);
    return one;
  };
  const addGuest = ({ recording, words: text }: Guest) => {
    const words = new Text({ text, style: { fontFamily: FONT, fontSize: 32, fontWeight: '600', fill: palette.ink } });
    words.alpha = 0.75;
    words.anchor.set(0.5, 1);
    words.scale.set((WORDS.size * height * CM) / 32, (-WORDS.size * height * CM) / 32);
    root.addChildAt(words, 0);
    add(recording, palette.guest, -1).words = words;
  };
  const clear = () => {
    for (const { view, words } of shown) {
      view.destroy();
      words?.destroy();
    }
    shown = [];
  };
  const fill = () => {
    clear();
    const { lives, leader } = act?.crowd ?? { lives: [], leader: -1 };
    for (const [place, { recording, share }] of lives.entries()) {
      if (place !== leader) add(recording, mix(palette.trees, palette.creature, share), place);
    }
    // Nobody walks beside themselves.
    const others = guests.filter(({ generation }) => act && (act.crowd || generation !== act.generation));
    for (const guest of others) addGuest(guest);
    const ghosts = withGhosts ? (act?.ghosts ?? []).slice(0, FADING.length) : [];
    for (const [age, recording] of ghosts.entries()) {
      add(recording, mix(palette.ghost, palette.sky, FADING[age] as number), -1);
    }
  };
  return {
    root,
    show(next, terrain) {
      act = next;
      ground = terrain;
      fill();
    },
    invite(next, ghosts) {
      [guests, withGhosts] = [next, ghosts];
      fill();
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
        if (each.words === undefined) continue;
        // Over those of others who are in the same place.
        let row = 0;
        for (const other of shown) {
          if (other === each) break;
          if (other.words && Math.abs(other.words.x / CM - x) < WORDS.apart * height) row++;
        }
        const top = (each.pose[1] as number) + lift + (0.5 + WORDS.gap + 1.2 * WORDS.size * row) * height;
        each.words.position.set(x * CM, top * CM);
      }
    },
    destroy() {
      clear();
      root.destroy();
      art.destroy();
    },
  };
}
