import type { BodyPlan, Part } from '../creature/body-plan.ts';
import { EXAGGERATION, PUPIL } from '../view/eye-shape.ts';
import { CM } from '../view/outline.ts';
import { mix, type Palette } from '../view/palette.ts';
import type { Pose } from '../view/pose.ts';
import { drawingOrder, type Piece, type Puppet } from '../view/puppet.ts';
import { area, disc, type Mark } from './mark.ts';
import type { Window } from './window.ts';

/** Where eyes look: ahead, and a little down; radians. */
const GAZE = -0.3;

/** How far the lids are down on who has fallen. */
const CLOSED = 0.88;

export interface FigureOptions {
  palette: Palette;
  isAsleep?: boolean;
  /** How much of the sky's colour it has taken on, 0 to 1. */
  fading?: number;
}

/** Turns places in a part's own frame, metres, into the world. */
function placed(pose: Pose, part: number): (x: number, y: number) => [x: number, y: number] {
  const [x0, y0, angle] = [pose[3 * part] as number, pose[3 * part + 1] as number, pose[3 * part + 2] as number];
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return (x, y) => [x0 + x * cos - y * sin, y0 + x * sin + y * cos];
}

type Put = ReturnType<typeof placed>;

function markOf(piece: Piece, put: Put, window: Window, colour: number): Mark {
  if ('points' in piece) {
    const world: number[] = [];
    for (let k = 0; k < piece.points.length; k += 2) {
      world.push(...put((piece.points[k] as number) / CM, (piece.points[k + 1] as number) / CM));
    }
    return area(window.points(world), colour, piece.alpha);
  }
  const [x, y] = put(piece.x / CM, piece.y / CM);
  return disc(window.x(x), window.y(y), (piece.radius / CM) * window.scale, colour, piece.alpha);
}

function eyeOf({ eye }: Part, angle: number, put: Put, window: Window, palette: Palette, isAsleep: boolean): Mark[] {
  if (eye === undefined) return [];
  const [x, y] = put(eye.position[0], eye.position[1]);
  const radius = EXAGGERATION * eye.radius;
  const round = (dx: number, dy: number, share: number, fill: number): Mark => {
    const rx = share * radius * window.scale;
    const [ry, turn] = isAsleep ? [rx * (1 - CLOSED), -angle] : [rx, 0];
    const up = isAsleep ? 0 : dy * radius;
    return { kind: 'ellipse', x: window.x(x + dx * radius), y: window.y(y + up), rx, ry, turn, fill };
  };
  const [gx, gy] = [PUPIL.away * Math.cos(GAZE), PUPIL.away * Math.sin(GAZE)];
  const glint = round(gx + PUPIL.glint.x, gy + PUPIL.glint.y, PUPIL.glint.size, palette.eye);
  return [round(0, 0, 1, palette.eye), round(gx, gy, PUPIL.size, palette.pupil), ...(isAsleep ? [] : [glint])];
}

/** A creature in a pose. */
export function figure(plan: BodyPlan, puppet: Puppet, pose: Pose, window: Window, options: FigureOptions): Mark[] {
  const { palette, isAsleep = false, fading = 0 } = options;
  return drawingOrder(plan).flatMap((i) => {
    const put = placed(pose, i);
    const pieces = (puppet[i] ?? []).map((each) => markOf(each, put, window, mix(each.colour, palette.sky, fading)));
    const eye = eyeOf(plan.parts[i] as Part, pose[3 * i + 2] as number, put, window, palette, isAsleep);
    return fading > 0 ? pieces : [...pieces, ...eye];
  });
}
