import type { Recording } from '../sim/recording.ts';
import { heightAt } from '../sim/terrain.ts';
import { calmHeight } from '../view/calm-height.ts';
import { createCamera, type Frame, type Subject } from '../view/camera.ts';
import { extent } from '../view/outline.ts';
import type { Palette } from '../view/palette.ts';
import { lengthOf, type Pose, poseAt } from '../view/pose.ts';
import { puppetOf } from '../view/puppet.ts';
import { FLATNESS, SHADES, shadowOf, slopeOf } from '../view/shade.ts';
import { caption } from './caption.ts';
import { figure } from './figure.ts';
import { landscape } from './landscape.ts';
import type { Mark } from './mark.ts';
import { windowOf } from './window.ts';

/** A life to be drawn. */
export interface Shot {
  recording: Recording;
  fell: boolean;
  frame: Frame;
  palette: Palette;
  /** Written on every picture; empty for nothing. */
  caption: string;
}

/** Metres a second are measured over so many seconds. */
const SPAN = 0.3;

/** Draws a life picture by picture, each `dt` seconds of the viewer's time after the one before. */
export type Pictures = (time: number, dt: number) => Mark[];

/** Pictures of a life as the stage shows it, without what only moves there: dust, blinking, overlays. */
export function createPictures({ recording, fell, frame, palette, caption: words }: Shot): Pictures {
  const { plan, terrain } = recording;
  const camera = createCamera();
  const size = extent(plan.parts);
  const puppet = puppetOf(plan, palette);
  const end = lengthOf(recording);
  let way = 0;
  let last: { time: number; x: number } | undefined;

  function subjectAt(pose: Pose, time: number): Subject {
    const x = pose[0] as number;
    const speed = (x - (poseAt(recording, time - SPAN)[0] as number)) / SPAN;
    return { x, groundY: calmHeight(terrain, x), speed, width: size.width, height: size.height };
  }

  function shadow(pose: Pose): Mark[] {
    const [x, y] = [pose[0] as number, pose[1] as number];
    const here = heightAt(terrain, x);
    const { reach, strength } = shadowOf(size.width, Math.max(0, y - here - size.height));
    const window = windowOf(camera);
    const at = { x: window.x(x), y: window.y(here), turn: -slopeOf((place) => heightAt(terrain, place), x) };
    return SHADES.map(([share, dark]): Mark => {
      const rx = share * reach * window.scale;
      return { kind: 'ellipse', ...at, rx, ry: FLATNESS * rx, fill: palette.shadow, alpha: dark * strength };
    });
  }

  return (time, dt) => {
    const pose = poseAt(recording, time);
    const subject = subjectAt(pose, time);
    if (last === undefined) camera.cut(subject, frame);
    else camera.follow(subject, frame, Math.max(dt, time - last.time), false);
    way += (camera.x - (last?.x ?? 0)) * camera.scale;
    last = { time, x: camera.x };
    const { behind, under } = landscape(terrain, camera, frame, palette, way);
    const isAsleep = fell && time >= end;
    return [
      ...behind,
      ...shadow(pose),
      ...figure(plan, puppet, pose, windowOf(camera), { palette, isAsleep }),
      ...under,
      ...caption(words, frame, palette),
    ];
  };
}
