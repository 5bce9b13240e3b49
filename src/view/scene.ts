import { Container } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import { heightAt, startX, type Terrain } from '../sim/terrain.ts';
import { type Backdrop, createBackdrop } from './backdrop.ts';
import { calmHeight } from './calm-height.ts';
import type { Camera, Frame, Subject } from './camera.ts';
import { type Company, createCompany, type Guest } from './company.ts';
import { type CreatureArt, drawCreature } from './creature-art.ts';
import { type CreatureView, createCreatureView } from './creature-view.ts';
import { createDust } from './dust.ts';
import { addEyes, type EyeView } from './eye-view.ts';
import { createFlag } from './flag.ts';
import { createGroundView, type GroundView } from './ground-view.ts';
import { createLens } from './lens.ts';
import { CM, extent } from './outline.ts';
import type { OverlayName } from './overlays/catalogue.ts';
import type { Palette } from './palette.ts';
import type { Act } from './playback.ts';
import { type Pose, standingPose } from './pose.ts';
import { createRaceView } from './race.ts';
import { createRuler } from './ruler.ts';
import { slopeOf } from './shade.ts';
import { createShadow } from './shadow.ts';
import { createSteps } from './steps.ts';

/** One moment to be drawn. */
export interface Moment {
  pose: Pose;
  /** Seconds of the life, and of the viewer since the last moment and since the page opened. */
  time: number;
  dt: number;
  clock: number;
  /** Of the root, m/s. */
  speed: number;
  asleep: boolean;
  calm: boolean;
}

/** What a viewer asked to see beside the one in front. */
export interface Extras {
  overlays: readonly OverlayName[];
  /** Whether ghosts of its ancestors go with it. */
  withGhosts: boolean;
  guests: readonly Guest[];
}

/** Everything on the stage, in the colours of one palette. */
export interface Scene {
  readonly root: Container;
  /** A creature takes its place: with the life that is to be shown, or just standing there. */
  enter(plan: BodyPlan, act: Act | undefined): void;
  /** Where the flag stands and what it says; none for undefined. */
  mark(distance: number | undefined, words: string): void;
  /** What is shown beside the one in front, and on it. */
  show(extras: Extras): void;
  resize(frame: Frame): void;
  /** Place in the crowd of who is at a point of the window; undefined for nobody. */
  at(camera: Camera, x: number, y: number): number | undefined;
  /** What the camera should follow in a pose. */
  subject(pose: Pose, speed: number): Subject;
  look(moment: Moment, camera: Camera, frame: Frame): void;
  destroy(): void;
}

interface Cast {
  plan: BodyPlan;
  key: string;
  art: CreatureArt;
  view: CreatureView;
  eyes: EyeView;
  company: Company;
  size: ReturnType<typeof extent>;
}

const LEVEL: Terrain = { points: Float64Array.of(-12, 0, 70, 0), blocks: [], friction: 1, end: 60 };

/** A crowd is seen from so much farther away. */
const ROOM = 1.7;

export function createScene(palette: Palette, now: Frame): Scene {
  const root = new Container();
  const world = new Container();
  const [land, people] = [new Container(), new Container()];
  const [shadow, dust, flag] = [createShadow(palette), createDust(palette), createFlag(palette)];
  const ruler = createRuler(palette);
  const race = createRaceView(palette);
  const lens = createLens(palette);
  let backdrop: Backdrop = createBackdrop(now, palette);
  let terrain = LEVEL;
  let ground: GroundView | undefined;
  let cast: Cast | undefined;
  let best: number | undefined;
  let room = 1;
  let extras: Extras | undefined;
  const steps = createSteps((x, y, strength) => dust.puff(x, y, strength));
  flag.root.visible = false;
  world.addChild(flag.root, shadow.root, dust.root, race.field, people, land, race.tags, lens.root);
  land.addChild(ruler.ticks);
  root.addChild(backdrop.root, world, ruler.numbers);

  function layGround(next: Terrain): void {
    ground?.destroy();
    terrain = next;
    ground = createGroundView(terrain, palette);
    ruler.lay(terrain);
    land.addChildAt(ground.root, 0);
  }

  function castFor(plan: BodyPlan): Cast {
    const key = JSON.stringify(plan);
    if (cast?.key === key) return cast;
    cast?.view.destroy();
    cast?.company.destroy();
    cast?.art.destroy();
    const art = drawCreature(plan, palette);
    const view = createCreatureView(plan, art);
    const company = createCompany(plan, palette);
    people.addChild(company.root, view.root);
    if (extras) company.invite(extras.guests, extras.withGhosts);
    return { plan, key, art, view, company, eyes: addEyes(plan, view.parts, palette), size: extent(plan.parts) };
  }

  return {
    root,
    enter(plan, act) {
      layGround(act?.recording.terrain ?? LEVEL);
      cast = castFor(plan);
      cast.company.show(act, terrain);
      race.show(act?.race, act?.recording);
      lens.begin(act);
      room = act?.crowd || act?.race ? ROOM : 1;
      cast.view.pose(standingPose(plan), 0);
      steps.begin(act?.recording);
      dust.clear();
    },
    mark(distance, words) {
      best = distance;
      flag.root.visible = distance !== undefined;
      flag.say(words);
    },
    show(next) {
      extras = next;
      cast?.company.invite(next.guests, next.withGhosts);
      lens.show(next.overlays);
    },
    resize(frame) {
      const old = backdrop;
      backdrop = createBackdrop(frame, palette);
      root.addChildAt(backdrop.root, 0);
      old.destroy();
    },
    subject(pose, speed) {
      const x = race.leader?.x ?? (pose[0] as number);
      const { width, height } = cast?.size ?? { width: 1, height: 1 };
      return {
        x,
        groundY: calmHeight(terrain, x),
        speed: race.leader?.speed ?? speed,
        width: room * width,
        height: room * height,
      };
    },
    at(camera, x, y) {
      const [right, up] = [x - camera.anchorX, camera.anchorY - y];
      return cast?.company.nearest(camera.x + right / camera.scale, camera.y + up / camera.scale);
    },
    look({ pose, time, dt, clock, speed, asleep, calm }, camera, frame) {
      if (cast === undefined) return;
      const { view, company, eyes, size } = cast;
      world.scale.set(camera.scale / CM, -camera.scale / CM);
      world.position.set(camera.anchorX - camera.x * camera.scale, camera.anchorY + camera.y * camera.scale);
      const left = camera.x - camera.anchorX / camera.scale;
      ground?.look(left, left + frame.width / camera.scale);
      ruler.look(camera, frame);
      backdrop.look(camera, calm);
      view.pose(pose, 0);
      company.look(time);
      race.look(time);
      lens.look(pose, time);
      eyes.look(clock, Math.atan2(-0.25, 0.6 + Math.min(1, Math.abs(speed))), asleep ? 1 : 0);
      const [x, y] = [pose[0] as number, pose[1] as number];
      const here = heightAt(terrain, x);
      const tilt = slopeOf((place) => heightAt(terrain, place), x);
      shadow.look(x, here, tilt, size.width, Math.max(0, y - here - size.height));
      if (best !== undefined) {
        const there = startX(terrain) + best;
        flag.look(there, calmHeight(terrain, there), 1.05 * size.height + 0.2, calm ? 0 : clock);
      }
      if (!calm) steps.look(pose, time);
      dust.advance(dt);
    },
    destroy() {
      ground?.destroy();
      cast?.company.destroy();
      cast?.art.destroy();
      race.show(undefined, undefined);
      root.destroy({ children: true, context: true });
    },
  };
}
