import type { Recording } from '../sim/recording.ts';
import { heightAt } from '../sim/terrain.ts';
import { createCamera, type Frame, type Subject } from '../view/camera.ts';
import { creatureShapes } from '../view/creature-shapes.ts';
import { muscleEffortAt } from '../view/drive.ts';
import { maxHeightNear } from '../view/max-height-near.ts';
import { extent } from '../view/outline.ts';
import { colouredPalette, type Palette } from '../view/palette.ts';
import { lengthOf, type Pose, poseAt } from '../view/pose.ts';
import { FLATNESS, SHADES, shadowOf, slopeOf } from '../view/shade.ts';
import type { CaptionAt } from './caption.ts';
import { creatureMarks } from './creature-marks.ts';
import { landscape } from './landscape.ts';
import type { Mark } from './mark.ts';
import { viewportOf } from './viewport.ts';

/** An episode to draw and how to draw it. */
export interface PictureOptions {
  recording: Recording;
  fell: boolean;
  frame: Frame;
  palette: Palette;
  /** Of the creature, 0xrrggbb; by default the palette's. */
  colour?: number | undefined;
  /** How many times as close as the stage's camera; 1 by default. */
  closer?: number;
  caption: CaptionAt;
}

/** Seconds over which the speed is measured. */
const SPAN = 0.3;

/** Draws the picture at a time of the episode (seconds), shown `dt` seconds after the previous picture. */
export type Pictures = (time: number, dt: number) => Mark[];

/** Draws an episode as the stage shows it, without dust, blinking and overlays. */
export function createPictures({
  recording,
  fell,
  frame,
  palette,
  colour,
  closer = 1,
  caption,
}: PictureOptions): Pictures {
  const { plan, terrain } = recording;
  const camera = createCamera();
  const size = extent(plan.parts);
  const own = colouredPalette(palette, colour);
  const shapes = creatureShapes(plan, own);
  const end = lengthOf(recording);
  let travelled = 0;
  let last: { time: number; x: number } | undefined;

  function subjectAt(pose: Pose, time: number): Subject {
    const x = pose[0]!;
    const speed = (x - poseAt(recording, time - SPAN)[0]!) / SPAN;
    return { x, groundY: maxHeightNear(terrain, x), speed, width: size.width / closer, height: size.height / closer };
  }

  function shadow(pose: Pose): Mark[] {
    const [x, y] = [pose[0]!, pose[1]!];
    const here = heightAt(terrain, x);
    const { reach, strength } = shadowOf(size.width, Math.max(0, y - here - size.height));
    const viewport = viewportOf(camera);
    const at = { x: viewport.x(x), y: viewport.y(here), turn: -slopeOf((place) => heightAt(terrain, place), x) };
    return SHADES.map(([share, dark]): Mark => {
      const rx = share * reach * viewport.scale;
      return { kind: 'ellipse', ...at, rx, ry: FLATNESS * rx, fill: palette.shadow, alpha: dark * strength };
    });
  }

  return (time, dt) => {
    const pose = poseAt(recording, time);
    const subject = subjectAt(pose, time);
    if (last === undefined) camera.cut(subject, frame);
    else camera.follow(subject, frame, Math.max(dt, time - last.time), false);
    travelled += (camera.x - (last?.x ?? 0)) * camera.scale;
    last = { time, x: camera.x };
    const { behind, under } = landscape(terrain, camera, frame, palette, travelled);
    return [
      ...behind,
      ...shadow(pose),
      ...creatureMarks(plan, shapes, pose, viewportOf(camera), {
        palette: own,
        eyesClosed: fell && time >= end,
        effortOf: (m) => muscleEffortAt(recording, m, time),
      }),
      ...under,
      ...caption(pose[0]! - recording.poses[0]!),
    ];
  };
}
