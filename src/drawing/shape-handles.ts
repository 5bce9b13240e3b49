import { toLocal, toWorld } from '../creature/anatomy.ts';
import type { Joint, Part, Point, Shape } from '../creature/body-plan.ts';
import { polygonFault } from '../creature/polygon.ts';
import { hanging } from './connected.ts';
import { type Drawing, partOf } from './drawing.ts';
import type { Edit } from './edit.ts';
import { hullOf } from './hull.ts';
import { asLimb, limbShape } from './limb-shape.ts';
import { distance } from './touch.ts';
import { tidy, tidyPoint } from './transform.ts';

/** A point of the drawing that can be dragged. */
export interface Handle {
  kind: 'end' | 'corner' | 'side' | 'turn' | 'scale' | 'lower' | 'upper';
  at: Point;
  /** What dragging it does, for people. */
  words: string;
  /** Whether it is dragged to points of the grid, and to hinges and ends. */
  snaps: boolean;
  edit(to: Point): Edit;
}

export interface HandleOptions {
  /** Metres in a pixel. */
  px: number;
  /** Names with those of their counterparts, where both sides stay alike. */
  alike(names: readonly string[]): readonly string[];
}

/** A hinge this near to the end of a limb goes with it, metres. */
const SAME_PLACE = 0.03;

/** Moves one end of a limb; its hinge there, and what hangs there, go with it. */
function endEdit(drawing: Drawing, name: string, which: 'from' | 'to', to: Point): Edit[] {
  const part = partOf(drawing, name);
  const shape = limbShape(part);
  if (shape === undefined || distance(to, which === 'from' ? shape.to : shape.from) < 0.02) return [];
  const old = shape[which];
  const by: Point = [to[0] - old[0], to[1] - old[1]];
  const isThere = ({ anchor }: Joint) => distance(anchor, old) < SAME_PLACE;
  const children = drawing.joints.filter((joint) => joint.parent === name && isThere(joint));
  const own = drawing.joints.filter((joint) => joint.child === name && isThere(joint));
  return [
    { kind: 'reshape', name, to: asLimb(part, { ...shape, [which]: to }) },
    {
      kind: 'move',
      parts: [
        ...hanging(
          drawing,
          children.map(({ child }) => child),
        ),
      ],
      by,
    },
    ...own.map(({ name: joint, anchor }): Edit => {
      return { kind: 'joint', names: [joint], to: { anchor: tidyPoint([anchor[0] + by[0], anchor[1] + by[1]]) } };
    }),
  ];
}

function shapeEdit(names: readonly string[], shape: Shape): Edit {
  return { kind: 'part', names, to: { shape } };
}

/** A polygon with one corner elsewhere: convex again where it would not be. */
function withCorner(vertices: readonly Point[], i: number, to: Point): Shape {
  const moved = vertices.map((vertex, k) => tidyPoint(k === i ? to : vertex));
  const hull = polygonFault(moved) === '' ? moved : hullOf(moved);
  return { kind: 'polygon', vertices: hull.length < 3 ? moved : hull };
}

/** Handles that change the shape of a part: ends and width of a limb, sides of a box, corners of a polygon. */
export function shapeHandles(drawing: Drawing, part: Part, { alike }: HandleOptions): Handle[] {
  const { name, shape } = part;
  const names = alike([name]);
  const limb = limbShape(part);
  const local = (point: Point) => toLocal(part, point);
  if (limb) {
    const ends = (['from', 'to'] as const).map(
      (which): Handle => ({
        kind: 'end',
        at: limb[which],
        words: 'end of the limb',
        snaps: true,
        edit: (to) => ({ kind: 'all', edits: names.flatMap((each) => endEdit(drawing, each, which, to)) }),
      }),
    );
    const width = (limb.widths[0] + limb.widths[1]) / 2;
    const side: Handle = {
      kind: 'side',
      at: toWorld(part, [width / 2, 0]),
      words: 'width',
      snaps: false,
      edit(to) {
        const factor = Math.max(0.04, 2 * Math.abs(local(to)[0])) / width;
        const widths = [tidy(limb.widths[0] * factor), tidy(limb.widths[1] * factor)] as const;
        return {
          kind: 'all',
          edits: names.map((each) => ({ kind: 'reshape', name: each, to: asLimb(part, { ...limb, widths }) })),
        };
      },
    };
    return [...ends, side];
  }
  const atLeast = (value: number) => Math.max(0.02, tidy(Math.abs(value)));
  if (shape.kind === 'circle') {
    const edit = (to: Point) => shapeEdit(names, { kind: 'circle', radius: atLeast(distance(to, part.position)) });
    return [{ kind: 'side', at: toWorld(part, [shape.radius, 0]), words: 'radius', snaps: false, edit }];
  }
  if (shape.kind === 'box') {
    return [
      {
        kind: 'side',
        at: toWorld(part, [shape.width / 2, 0]),
        words: 'width',
        snaps: false,
        edit: (to) => shapeEdit(names, { ...shape, width: atLeast(2 * local(to)[0]) }),
      },
      {
        kind: 'side',
        at: toWorld(part, [0, shape.height / 2]),
        words: 'height',
        snaps: false,
        edit: (to) => shapeEdit(names, { ...shape, height: atLeast(2 * local(to)[1]) }),
      },
    ];
  }
  return shape.vertices.map(
    (vertex, i): Handle => ({
      kind: 'corner',
      at: toWorld(part, vertex),
      words: `corner ${i + 1}`,
      snaps: true,
      edit: (to) => shapeEdit(names, withCorner(shape.vertices, i, local(to))),
    }),
  );
}
