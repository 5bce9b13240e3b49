import { Container, Text } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import { boundsOf } from '../creature/bounds.ts';
import type { Recording } from '../sim/recording.ts';
import type { Terrain } from '../sim/terrain.ts';
import { type CreatureArt, drawSilhouette } from './creature-art.ts';
import { type CreatureView, createCreatureView } from './creature-view.ts';
import { maxHeightNear } from './max-height-near.ts';
import { CM, extent } from './outline.ts';
import { mix, type Palette } from './palette.ts';
import type { Clip } from './playback.ts';
import { type Pose, poseAt } from './pose.ts';
import { FONT } from './ruler-marks.ts';

/** Creatures drawn beside the main one, at the same time of their episodes: ghosts of earlier champions, or a crowd. */
export interface OtherCreatures {
  readonly root: Container;
  /** Draws the crowd and the ghosts of a clip, on this ground. */
  show(clip: Clip | undefined, ground: Terrain): void;
  /** Sets the ghosts drawn with every clip, and whether a clip's own ghosts are drawn. */
  setGhosts(pinned: readonly PinnedGhost[], withGhosts: boolean): void;
  /** Index in the crowd of the creature nearest to a point, metres; undefined when none is within reach. */
  nearest(x: number, y: number): number | undefined;
  update(time: number): void;
  destroy(): void;
}

/** A champion that the viewer keeps on the stage. */
export interface PinnedGhost {
  generation: number;
  /** Label above it. */
  words: string;
  recording: Recording;
}

/** Share of the sky's colour in each ghost, the latest first. */
const FADING = [0, 0.3, 0.52, 0.68];

/** Share of the sky's colour in the last of a crowd whose members have colours of their own. */
const FADED = 0.6;

/** Labels, in standing heights: size of the letters, gap above the creature, distance below which two labels are stacked. */
const LABEL = { size: 0.085, gap: 0.2, apart: 0.3 };

/** Distance from a creature's root within which a pointer selects it, metres. */
const REACH = 0.8;

export function createOtherCreatures(plan: BodyPlan, palette: Palette): OtherCreatures {
  const root = new Container();
  const art: CreatureArt = drawSilhouette(plan);
  const { height } = extent(plan.parts);
  /** Height of the standing creature above its root, metres. */
  const above = boundsOf(plan.parts).top - plan.parts[0]!.position[1];
  let shown: { view: CreatureView; recording: Recording; pose: Pose; place: number; words?: Text; ahead?: number }[] =
    [];
  let ground: Terrain | undefined;
  let clip: Clip | undefined;
  let [pinned, withGhosts]: [readonly PinnedGhost[], boolean] = [[], true];
  const add = (recording: Recording, tint: number, place: number) => {
    const view = createCreatureView(plan, art);
    view.root.tint = tint;
    root.addChildAt(view.root, 0);
    const one: (typeof shown)[number] = { view, recording, pose: poseAt(recording, 0), place };
    shown.push(one);
    return one;
  };
  const addPinned = ({ recording, words: text }: Pick<PinnedGhost, 'recording' | 'words'>) => {
    const words = new Text({ text, style: { fontFamily: FONT, fontSize: 32, fontWeight: '600', fill: palette.ink } });
    words.alpha = 0.75;
    words.anchor.set(0.5, 1);
    words.scale.set((LABEL.size * height * CM) / 32, (-LABEL.size * height * CM) / 32);
    root.addChildAt(words, 0);
    return Object.assign(add(recording, palette.pinned, -1), { words });
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
    const { members, leader } = clip?.crowd ?? { members: [], leader: -1 };
    for (const [place, { recording, share, colour }] of members.entries()) {
      const faded = colour === undefined ? palette.trees : mix(colour, palette.sky, FADED);
      if (place !== leader) add(recording, mix(faded, colour ?? palette.creature, share), place);
    }
    // The main creature is not drawn twice.
    const others = pinned.filter(({ generation }) => clip && (clip.crowd || generation !== clip.generation));
    for (const ghost of others) addPinned(ghost);
    if (clip?.companion) addPinned(clip.companion).ahead = clip.companion.ahead;
    const ghosts = withGhosts ? (clip?.ghosts ?? []).slice(0, FADING.length) : [];
    for (const [age, recording] of ghosts.entries()) {
      add(recording, mix(palette.ghost, palette.sky, FADING[age]!), -1);
    }
  };
  return {
    root,
    show(next, terrain) {
      clip = next;
      ground = terrain;
      fill();
    },
    setGhosts(next, ghosts) {
      [pinned, withGhosts] = [next, ghosts];
      fill();
    },
    nearest(x, y) {
      const distance = ({ pose }: { pose: Pose }) => Math.hypot(pose[0]! - x, pose[1]! - y);
      const [first] = shown.filter(({ place }) => place >= 0).sort((a, b) => distance(a) - distance(b));
      return first && distance(first) < REACH ? first.place : undefined;
    },
    update(time) {
      for (const each of shown) {
        each.pose = poseAt(each.recording, time + (each.ahead ?? 0), each.pose);
        const x = each.pose[0]!;
        const lift = ground ? maxHeightNear(ground, x) - maxHeightNear(each.recording.terrain, x) : 0;
        each.view.pose(each.pose, lift);
        if (each.words === undefined) continue;
        // Stacked above the labels of other creatures at the same place.
        let row = 0;
        for (const other of shown) {
          if (other === each) break;
          if (other.words && Math.abs(other.words.x / CM - x) < LABEL.apart * height) row++;
        }
        const top = each.pose[1]! + lift + above + (LABEL.gap + 1.2 * LABEL.size * row) * height;
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
