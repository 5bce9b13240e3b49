import type { BodyPlan, Part } from '../creature/body-plan.ts';
import { musclesOf } from '../creature/muscle.ts';
import { type CreatureShapes, drawingOrder } from '../view/creature-shapes.ts';
import { EXAGGERATION, PUPIL } from '../view/eye-shape.ts';
import { isBehind, muscleColour, muscleLines, muscleOutline } from '../view/muscle-shapes.ts';
import { CM } from '../view/outline.ts';
import type { PaintedShape } from '../view/painted-shape.ts';
import { mix, type Palette } from '../view/palette.ts';
import type { Pose } from '../view/pose.ts';
import { area, disc, type Mark } from './mark.ts';
import type { Viewport } from './viewport.ts';

/** Direction of the gaze: ahead and slightly down, radians. */
const GAZE = -0.3;

/** How far the lids of closed eyes are lowered, 0 to 1. */
const LID_CLOSED = 0.88;

export interface CreatureMarkOptions {
  palette: Palette;
  eyesClosed?: boolean;
  /** Share of the sky's colour mixed in, 0 to 1; faded creatures are drawn without eyes. */
  fading?: number;
  /** Size of a muscle's activation, 0 to 1; without it, muscles are drawn at rest. */
  effortOf?: (muscle: number) => number;
}

/** Maps points from a part's frame to the world, metres. */
type ToWorld = (x: number, y: number) => [x: number, y: number];

function toWorldOf(pose: Pose, part: number): ToWorld {
  const [x0, y0, angle] = [pose[3 * part]!, pose[3 * part + 1]!, pose[3 * part + 2]!];
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return (x, y) => [x0 + x * cos - y * sin, y0 + x * sin + y * cos];
}

function markOf(piece: PaintedShape, toWorld: ToWorld, viewport: Viewport, colour: number): Mark {
  if ('points' in piece) {
    const world: number[] = [];
    for (let k = 0; k < piece.points.length; k += 2) {
      world.push(...toWorld(piece.points[k]! / CM, piece.points[k + 1]! / CM));
    }
    return area(viewport.points(world), colour, piece.alpha);
  }
  const [x, y] = toWorld(piece.x / CM, piece.y / CM);
  return disc(viewport.x(x), viewport.y(y), (piece.radius / CM) * viewport.scale, colour, piece.alpha);
}

function eyeOf(
  { eye }: Part,
  angle: number,
  toWorld: ToWorld,
  viewport: Viewport,
  { palette, eyesClosed = false }: CreatureMarkOptions,
): Mark[] {
  if (eye === undefined) return [];
  const [x, y] = toWorld(eye.position[0], eye.position[1]);
  const radius = EXAGGERATION * eye.radius;
  const round = (dx: number, dy: number, share: number, fill: number): Mark => {
    const rx = share * radius * viewport.scale;
    const [ry, turn] = eyesClosed ? [rx * (1 - LID_CLOSED), -angle] : [rx, 0];
    const up = eyesClosed ? 0 : dy * radius;
    return { kind: 'ellipse', x: viewport.x(x + dx * radius), y: viewport.y(y + up), rx, ry, turn, fill };
  };
  const [gx, gy] = [PUPIL.away * Math.cos(GAZE), PUPIL.away * Math.sin(GAZE)];
  const glint = round(gx + PUPIL.glint.x, gy + PUPIL.glint.y, PUPIL.glint.size, palette.eye);
  return [round(0, 0, 1, palette.eye), round(gx, gy, PUPIL.size, palette.pupil), ...(eyesClosed ? [] : [glint])];
}

/** The marks of a creature in a pose. */
export function creatureMarks(
  plan: BodyPlan,
  shapes: CreatureShapes,
  pose: Pose,
  viewport: Viewport,
  options: CreatureMarkOptions,
): Mark[] {
  const { palette, fading = 0, effortOf } = options;
  const lines = muscleLines(plan, pose, effortOf);
  const muscles = (behind: boolean): Mark[] =>
    musclesOf(plan).flatMap((muscle, m) => {
      if (isBehind(plan, muscle) !== behind) return [];
      const colour = mix(muscleColour(palette, effortOf?.(m) ?? 0), palette.sky, fading);
      return [area(viewport.points(muscleOutline(lines[m]!)), colour)];
    });
  const order = drawingOrder(plan);
  const parts = (isFar: boolean) => order.filter((i) => (plan.parts[i]!.layer === -1) === isFar).flatMap(partMarks);
  return [...parts(true), ...muscles(true), ...parts(false), ...muscles(false)];

  function partMarks(i: number): Mark[] {
    const toWorld = toWorldOf(pose, i);
    const pieces = (shapes[i] ?? []).map((each) =>
      markOf(each, toWorld, viewport, mix(each.colour, palette.sky, fading)),
    );
    if (fading > 0) return pieces;
    return [...pieces, ...eyeOf(plan.parts[i]!, pose[3 * i + 2]!, toWorld, viewport, options)];
  }
}
