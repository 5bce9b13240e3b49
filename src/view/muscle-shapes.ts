import type { BodyPlan, Point } from '../creature/body-plan.ts';
import { type Muscle, musclesOf } from '../creature/muscle.ts';
import { heat, mix, type Palette } from './palette.ts';
import type { Pose } from './pose.ts';

/** Where a muscle is, metres, and how thick it is in its middle. */
export interface MuscleLine {
  from: Point;
  to: Point;
  width: number;
}

/** Width of a muscle at rest without effort, metres: by its strength in N, at most a share of its rest length. */
const THIN = 0.03;
const WIDTH_PER_ROOT = 0.003;
const MAX_SHARE = 0.3;
/** Bounds of the swelling of a muscle that is short or long, and the extra swelling by effort, as factors. */
const SWELLING = [0.55, 1.5] as const;
const EFFORT_SWELLING = 0.3;
/** Colour of a muscle at rest: share of the dark in the creature's colour. */
const REST_DARK = 0.5;

function widthOf({ rest, strength }: Muscle, length: number, effort: number): number {
  const atRest = Math.min(MAX_SHARE * rest, THIN + WIDTH_PER_ROOT * Math.sqrt(strength));
  // A muscle keeps its volume, so it is thick where it is short.
  const swelling = Math.max(SWELLING[0], Math.min(SWELLING[1], rest / Math.max(length, 1e-3)));
  return atRest * swelling * (1 + EFFORT_SWELLING * effort);
}

/** Every muscle of a plan in a pose. @param effortOf size of its activation, 0 to 1 */
export function muscleLines(
  { parts, muscles }: Pick<BodyPlan, 'parts' | 'muscles'>,
  pose: Pose,
  effortOf: (muscle: number) => number = () => 0,
): MuscleLine[] {
  const place = (name: string, [u, w]: Point): Point => {
    const at = 3 * parts.findIndex((part) => part.name === name);
    const [sin, cos] = [Math.sin(pose[at + 2]!), Math.cos(pose[at + 2]!)];
    return [pose[at]! + u * cos - w * sin, pose[at + 1]! + u * sin + w * cos];
  };
  return musclesOf({ muscles }).map((muscle, m) => {
    const [from, to] = [place(muscle.from, muscle.anchors[0]), place(muscle.to, muscle.anchors[1])];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    return { from, to, width: widthOf(muscle, length, effortOf(m)) };
  });
}

/** A spindle along x from 0 to 1 with its ends drawn out, half a unit to each side: x0, y0, x1, y1, ... */
export const SPINDLE: readonly number[] = [
  ...[0, 0.1, 0.08, 0.13, 0.22, 0.3, 0.38, 0.47, 0.5, 0.5, 0.62, 0.47, 0.78, 0.3, 0.92, 0.13, 1, 0.1],
  ...[1, -0.1, 0.92, -0.13, 0.78, -0.3, 0.62, -0.47, 0.5, -0.5, 0.38, -0.47, 0.22, -0.3, 0.08, -0.13, 0, -0.1],
];

/** The outline of a muscle in the world, metres: x0, y0, x1, y1, ... */
export function muscleOutline({ from, to, width }: MuscleLine): number[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.max(1e-9, Math.hypot(dx, dy));
  const [nx, ny] = [(-dy / length) * width, (dx / length) * width];
  const points: number[] = [];
  for (let k = 0; k < SPINDLE.length; k += 2) {
    const [along, aside] = [SPINDLE[k]!, SPINDLE[k + 1]!];
    points.push(from[0] + dx * along + nx * aside, from[1] + dy * along + ny * aside);
  }
  return points;
}

/** The colour of a muscle, from rest to full effort. */
export function muscleColour(palette: Palette, effort: number): number {
  const rest = mix(palette.creature, palette.dark, REST_DARK);
  return effort <= 0 ? rest : mix(rest, heat(palette, 1), Math.min(1, effort));
}

/** Whether a muscle lies behind the middle of the body, as do both of its parts. */
export const isBehind = ({ parts }: BodyPlan, { from, to }: Muscle): boolean =>
  parts.every(({ name, layer }) => (name !== from && name !== to) || layer === -1);
