import { Container } from 'pixi.js';
import type { BodyPlan } from '../creature/body-plan.ts';
import { heightAt, type Terrain } from '../sim/terrain.ts';
import { type Backdrop, createBackdrop } from './backdrop.ts';
import type { Camera, Frame, Subject } from './camera.ts';
import { muscleEffortAt } from './drive.ts';
import { createDust } from './dust.ts';
import { createGroundView, type GroundView } from './ground-view.ts';
import { maxHeightNear } from './max-height-near.ts';
import type { PinnedGhost } from './other-creatures.ts';
import { CM } from './outline.ts';
import { createOverlayLayer } from './overlay-layer.ts';
import type { OverlayName } from './overlays/catalogue.ts';
import type { Palette } from './palette.ts';
import { createPlanViews, type PlanViews, planKey } from './plan-views.ts';
import type { Clip } from './playback.ts';
import { type Pose, standingPose } from './pose.ts';
import { createRaceView } from './race.ts';
import { createRecordView } from './record-view.ts';
import { createRuler } from './ruler.ts';
import { slopeOf } from './shade.ts';
import { createShadow } from './shadow.ts';
import { createTouchdowns } from './touchdowns.ts';

/** What is drawn in one update. */
export interface Moment {
  pose: Pose;
  /** Seconds into the episode. */
  time: number;
  /** Seconds of the viewer's time since the last update, and since the page opened. */
  dt: number;
  clock: number;
  /** Of the root, m/s. */
  speed: number;
  eyesClosed: boolean;
  calm: boolean;
}

/** What the viewer chose to see with the main creature. */
export interface Extras {
  overlays: readonly OverlayName[];
  /** Whether ghosts of its ancestors are drawn. */
  withGhosts: boolean;
  pinned: readonly PinnedGhost[];
  /** Of a main creature whose clip gives no colour, 0xrrggbb; by default the palette's. */
  colour?: number | undefined;
}

/** Everything that is drawn, in the colours of one palette. */
export interface Scene {
  readonly root: Container;
  /** Begins a clip; without one, shows the creature standing. */
  begin(plan: BodyPlan, clip: Clip | undefined): void;
  /** Places the flag, metres from the start, with its text; undefined hides it. */
  setFlag(distance: number | undefined, words: string): void;
  setExtras(extras: Extras): void;
  /** Celebrates a record at the flag. */
  celebrate(): void;
  resize(frame: Frame): void;
  /** Index of the crowd member at a pixel of the window; undefined for none. */
  crowdMemberAt(camera: Camera, x: number, y: number): number | undefined;
  /** What the camera follows in a pose. */
  subjectOf(pose: Pose, speed: number): Subject;
  update(moment: Moment, camera: Camera, frame: Frame): void;
  destroy(): void;
}

const LEVEL: Terrain = { points: Float64Array.of(-12, 0, 70, 0), blocks: [], friction: 1, end: 60 };

/** A crowd or race is seen from this many times as far away. */
const GROUP_DISTANCE = 1.7;

export function createScene(palette: Palette, now: Frame): Scene {
  const root = new Container();
  const world = new Container();
  const [land, creatures] = [new Container(), new Container()];
  const [shadow, dust] = [createShadow(palette), createDust(palette)];
  const record = createRecordView(palette, dust);
  const ruler = createRuler(palette);
  const race = createRaceView(palette);
  const overlays = createOverlayLayer(palette);
  let backdrop: Backdrop = createBackdrop(now, palette);
  let terrain = LEVEL;
  let ground: GroundView | undefined;
  let views: PlanViews | undefined;
  let distanceFactor = 1;
  let extras: Extras | undefined;
  let shown: Clip | undefined;
  const touchdowns = createTouchdowns((x, y, strength) => dust.puff(x, y, strength));
  world.addChild(record.root, shadow.root, dust.root, race.field, creatures, land, race.tags, overlays.root);
  land.addChild(ruler.ticks);
  root.addChild(backdrop.root, world, ruler.numbers);

  function layGround(next: Terrain): void {
    ground?.destroy();
    terrain = next;
    ground = createGroundView(terrain, palette);
    ruler.setTerrain(terrain);
    land.addChildAt(ground.root, 0);
  }

  function viewsFor(plan: BodyPlan, colour: number | undefined): PlanViews {
    if (views?.key === planKey(plan, colour)) return views;
    views?.destroy();
    const next = createPlanViews(plan, palette, colour);
    creatures.addChild(next.others.root, next.view.root);
    if (extras) next.others.setGhosts(extras.pinned, extras.withGhosts);
    return next;
  }

  return {
    root,
    begin(plan, clip) {
      shown = clip;
      layGround(clip?.recording.terrain ?? LEVEL);
      views = viewsFor(plan, clip?.colour ?? extras?.colour);
      views.others.show(clip, terrain);
      race.show(clip?.race, clip?.recording);
      overlays.begin(clip);
      distanceFactor = clip?.crowd || clip?.race ? GROUP_DISTANCE : 1;
      views.view.pose(standingPose(plan), 0);
      touchdowns.begin(clip?.recording);
      dust.clear();
    },
    setFlag: record.set,
    setExtras(next) {
      extras = next;
      views?.others.setGhosts(next.pinned, next.withGhosts);
      overlays.show(next.overlays);
    },
    celebrate() {
      if (views) record.celebrate(terrain, views.size.height);
    },
    resize(frame) {
      const old = backdrop;
      backdrop = createBackdrop(frame, palette);
      root.addChildAt(backdrop.root, 0);
      old.destroy();
    },
    subjectOf(pose, speed) {
      const x = race.leader?.x ?? pose[0]!;
      const { width, height } = views?.size ?? { width: 1, height: 1 };
      return {
        x,
        groundY: maxHeightNear(terrain, x),
        speed: race.leader?.speed ?? speed,
        width: distanceFactor * width,
        height: distanceFactor * height,
      };
    },
    crowdMemberAt(camera, x, y) {
      const [right, up] = [x - camera.anchorX, camera.anchorY - y];
      return views?.others.nearest(camera.x + right / camera.scale, camera.y + up / camera.scale);
    },
    update({ pose, time, dt, clock, speed, eyesClosed, calm }, camera, frame) {
      if (views === undefined) return;
      const { view, others, eyes, size } = views;
      world.scale.set(camera.scale / CM, -camera.scale / CM);
      world.position.set(camera.anchorX - camera.x * camera.scale, camera.anchorY + camera.y * camera.scale);
      const left = camera.x - camera.anchorX / camera.scale;
      ground?.showBetween(left, left + frame.width / camera.scale);
      ruler.update(camera, frame);
      backdrop.update(camera, calm);
      const recording = shown?.recording;
      view.pose(pose, 0, recording && ((m) => muscleEffortAt(recording, m, time)));
      others.update(time);
      race.update(time);
      overlays.update(pose, time);
      eyes.update(clock, Math.atan2(-0.25, 0.6 + Math.min(1, Math.abs(speed))), eyesClosed ? 1 : 0);
      const [x, y] = [pose[0]!, pose[1]!];
      const here = heightAt(terrain, x);
      const tilt = slopeOf((place) => heightAt(terrain, place), x);
      shadow.update(x, here, tilt, size.width, Math.max(0, y - here - size.height));
      if (!calm) touchdowns.update(pose, time);
      dust.advance(dt);
      record.update(terrain, size.height, calm ? 0 : clock, dt);
    },
    destroy() {
      ground?.destroy();
      views?.destroy();
      race.show(undefined, undefined);
      root.destroy({ children: true, context: true });
    },
  };
}
