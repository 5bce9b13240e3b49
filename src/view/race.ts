import { Container } from 'pixi.js';
import type { Recording } from '../sim/recording.ts';
import { drawSilhouette } from './creature-art.ts';
import { createCreatureView } from './creature-view.ts';
import { createNameTag } from './name-tag.ts';
import { extent } from './outline.ts';
import type { Palette } from './palette.ts';
import type { Race, Racer } from './playback.ts';
import { type Pose, poseAt } from './pose.ts';

/** Runners on one ground, each with a body, a colour and a name of its own. */
export interface RaceView {
  /** In the world: behind whoever is in front, and what is written over all of them. */
  readonly field: Container;
  readonly tags: Container;
  show(race: Race | undefined, front: Recording | undefined): void;
  look(time: number): void;
  /** Who is farthest ahead now: where, metres, and how fast, m/s; undefined without a race. */
  readonly leader: { x: number; speed: number } | undefined;
}

/** Seconds that a speed is measured over. */
const SPAN = 0.3;
/** How high a tag stands over the middle of a body, and over the tag of the one before, in standing heights. */
const OVER = 0.72;
const STACK = 0.22;

export function createRaceView(palette: Palette): RaceView {
  const [field, tags] = [new Container(), new Container()];
  let shown: { recording: Recording; pose: Pose; look(pose: Pose): void; destroy(): void }[] = [];
  let now = 0;

  function add({ recording, colour, words }: Racer, place: number): void {
    const { plan } = recording;
    const { height } = extent(plan.parts);
    const tag = createNameTag(words, colour, palette);
    const art = place === 0 ? undefined : drawSilhouette(plan);
    const view = art && createCreatureView(plan, art);
    if (view) {
      view.root.tint = colour;
      view.root.alpha = 0.85;
      field.addChildAt(view.root, 0);
    }
    tags.addChild(tag.root);
    shown.push({
      recording,
      pose: poseAt(recording, 0),
      look(pose) {
        view?.pose(pose, 0);
        tag.look(pose[0] as number, (pose[1] as number) + (OVER + STACK * place) * height, height);
      },
      destroy() {
        view?.destroy();
        art?.destroy();
        tag.root.destroy({ children: true, context: true });
      },
    });
  }

  return {
    field,
    tags,
    show(race, front) {
      for (const each of shown) each.destroy();
      shown = [];
      now = 0;
      if (race === undefined || front === undefined) return;
      add({ ...race.front, recording: front }, 0);
      for (const [i, racer] of race.others.entries()) add(racer, i + 1);
    },
    look(time) {
      now = time;
      for (const each of shown) {
        each.pose = poseAt(each.recording, time, each.pose);
        each.look(each.pose);
      }
    },
    get leader() {
      const [first] = [...shown].sort((a, b) => (b.pose[0] as number) - (a.pose[0] as number));
      if (first === undefined) return undefined;
      const x = first.pose[0] as number;
      return { x, speed: (x - (poseAt(first.recording, now - SPAN)[0] as number)) / SPAN };
    },
  };
}
