import { toWorld } from '../creature/anatomy.ts';
import type { Joint, Part, Point } from '../creature/body-plan.ts';
import { boundsOf } from '../creature/bounds.ts';
import { mirrorName } from '../creature/legs.ts';
import { atan2 } from '../math/portable.ts';
import { hanging } from './connected.ts';
import { type Drawing, jointOf, partOf } from './drawing.ts';
import { limbShape } from './limb-shape.ts';
import { type Handle, type HandleOptions, shapeHandles } from './shape-handles.ts';
import { distance } from './touch.ts';
import { tidy } from './transform.ts';

/** Turning and limits keep to whole steps of 5°. */
const STEP = Math.PI / 36;
const inSteps = (angle: number) => tidy(Math.round(angle / STEP) * STEP);

const angleOf = (from: Point, to: Point) => atan2(to[1] - from[1], to[0] - from[0]);
/** The same angle in [-π, π]. */
const near = (angle: number) => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));

/** Handles that turn and scale parts with all that hangs on them: around the hinge of a single one, else around their middle. */
function wholeHandles(drawing: Drawing, names: readonly string[], { px, alike }: HandleOptions): Handle[] {
  const parts = names.map((name) => partOf(drawing, name));
  const { left, right, bottom, top } = boundsOf(parts);
  const hinge = names.length === 1 ? drawing.joints.find(({ child }) => child === names[0]) : undefined;
  const around: Point = hinge?.anchor ?? [(left + right) / 2, (bottom + top) / 2];
  const moved = [...hanging(drawing, alike(names))];
  const turnAt: Point = [(left + right) / 2, top + 34 * px];
  const scaleAt: Point = [right + 16 * px, bottom - 16 * px];
  return [
    {
      kind: 'turn',
      at: turnAt,
      words: 'turn',
      snaps: false,
      edit: (to) => ({
        kind: 'turn',
        parts: moved,
        by: inSteps(near(angleOf(around, to) - angleOf(around, turnAt))),
        around,
      }),
    },
    {
      kind: 'scale',
      at: scaleAt,
      words: 'size',
      snaps: false,
      edit: (to) => ({
        kind: 'scale',
        parts: moved,
        by: Math.max(0.1, tidy(distance(around, to) / distance(around, scaleAt))),
        around,
      }),
    },
  ];
}

/** The direction in which the child of a joint lies from its hinge, radians: that of angle 0. */
export function restDirection(drawing: Drawing, { child, anchor }: Joint): number {
  const part = partOf(drawing, child);
  const limb = limbShape(part);
  const far = limb && (distance(limb.from, anchor) > distance(limb.to, anchor) ? limb.from : limb.to);
  const to = far ?? part.position;
  return distance(to, anchor) < 0.01 ? -Math.PI / 2 : angleOf(anchor, to);
}

/** Radius of the arc of a joint's limits, pixels. */
export const ARC = 64;

function limitHandles(drawing: Drawing, name: string, { px, alike }: HandleOptions): Handle[] {
  const joint = jointOf(drawing, name);
  const { anchor, limits } = joint;
  const rest = restDirection(drawing, joint);
  const at = (angle: number) => toWorld({ position: [...anchor], angle: rest + angle } as Part, [ARC * px, 0]);
  const angleAt = (to: Point) => inSteps(near(angleOf(anchor, to) - rest));
  const names = alike([name]);
  return [
    {
      kind: 'lower',
      at: at(limits[0]),
      words: 'lower limit',
      snaps: false,
      edit: (to) => ({ kind: 'joint', names, to: { limits: [Math.min(angleAt(to), limits[1]), limits[1]] } }),
    },
    {
      kind: 'upper',
      at: at(limits[1]),
      words: 'upper limit',
      snaps: false,
      edit: (to) => ({ kind: 'joint', names, to: { limits: [limits[0], Math.max(angleAt(to), limits[0])] } }),
    },
  ];
}

/** What is selected: parts, or one joint. */
export interface Selection {
  parts: readonly string[];
  joint?: string | undefined;
}

/** Selected parts without the right ones of pairs of which both are selected. */
export const distinct = (names: readonly string[]): string[] =>
  names.filter((name) => !(name.startsWith('right ') && names.includes(mirrorName(name))));

/** The handles of what is selected, the uppermost first. */
export function handlesOf(drawing: Drawing, { parts, joint }: Selection, options: HandleOptions): Handle[] {
  if (joint !== undefined) return limitHandles(drawing, joint, options);
  const names = distinct(parts);
  if (names.length === 0) return [];
  const whole = wholeHandles(drawing, names, options);
  return names.length === 1 ? [...shapeHandles(drawing, partOf(drawing, names[0]!), options), ...whole] : whole;
}
