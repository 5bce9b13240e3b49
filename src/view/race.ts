import { Container } from 'pixi.js';
import type { Recording } from '../sim/recording.ts';
import { drawSilhouette } from './creature-art.ts';
import { createCreatureView } from './creature-view.ts';
import { createNameTag } from './name-tag.ts';
import { extent } from './outline.ts';
import type { Palette } from './palette.ts';
import type { Race, Racer } from './playback.ts';
import { type Pose, poseAt } from './pose.ts';

/** Racers on the same ground, each with its own body, colour and name. */
export interface RaceView {
  /** In the world: the other racers, and the names of all. */
  readonly field: Container;
  readonly tags: Container;
  show(race: Race | undefined, front: Recording | undefined): void;
  update(time: number): void;
  /** Position, metres, and speed, m/s, of the racer that is farthest ahead; undefined without a race. */
  readonly leader: { x: number; speed: number } | undefined;
}

/** Seconds over which the speed is measured. */
const SPAN = 0.3;
/** Height of a tag above the creature's root, and above the tag of the racer before, in standing heights. */
const TAG_HEIGHT = 0.72;
const TAG_STEP = 0.22;

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
        tag.update(pose[0]!, pose[1]! + (TAG_HEIGHT + TAG_STEP * place) * height, height);
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
    update(time) {
      now = time;
      for (const each of shown) {
        each.pose = poseAt(each.recording, time, each.pose);
        each.look(each.pose);
      }
    },
    get leader() {
      const [first] = [...shown].sort((a, b) => b.pose[0]! - a.pose[0]!);
      if (first === undefined) return undefined;
      const x = first.pose[0]!;
      return { x, speed: (x - poseAt(first.recording, now - SPAN)[0]!) / SPAN };
    },
  };
}
