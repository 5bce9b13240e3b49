import type { Wiring } from '../../creature/wiring.ts';

/** Where nodes are drawn, CSS pixels. */
export interface Layout {
  x: Float64Array;
  y: Float64Array;
  width: number;
  height: number;
  /** Of a node. */
  radius: number;
}

/** What a net is to be drawn in, pixels. */
export interface Room {
  width: number;
  /** Kept free for names. */
  left: number;
  right: number;
  /** Of nets with many nodes; it is exceeded only where they would come closer than this. */
  height: number;
  closest: number;
}

/** Most pixels between two nodes of a full column, and of any other. */
const AIRIEST = 30;
const WIDEST = 64;

/** Nodes by column, from the inputs to the outputs. */
function columnsOf({ nodes }: Wiring): number[][] {
  const columns: number[][] = [];
  for (const [place, { depth }] of nodes.entries()) {
    columns[depth] ??= [];
    columns[depth].push(place);
  }
  // A depth that nobody has leaves no gap.
  return columns.filter((column) => column !== undefined);
}

/** Columns of nodes from left to right, each in the middle of the height. */
export function layoutOf(wiring: Wiring, room: Room): Layout {
  const { width, left, right, closest } = room;
  const columns = columnsOf(wiring);
  const most = Math.max(1, ...columns.map(({ length }) => length));
  const pitch = Math.max(closest, Math.min(AIRIEST, room.height / most));
  const height = Math.ceil(pitch * most + 8);
  const x = new Float64Array(wiring.nodes.length);
  const y = new Float64Array(wiring.nodes.length);
  for (const [c, column] of columns.entries()) {
    // The fewer nodes the more room for each, though not so much that they scatter.
    const span = (0.3 + (0.7 * column.length) / most) * pitch * most;
    const gap = column.length === most ? pitch : Math.min(span / column.length, WIDEST);
    for (const [row, place] of column.entries()) {
      x[place] = left + ((width - left - right) * c) / Math.max(1, columns.length - 1);
      y[place] = height / 2 + gap * (row - (column.length - 1) / 2);
    }
  }
  return { x, y, width, height, radius: Math.min(6, pitch / 2 - 1) };
}

/** Distance of a point from the line between two nodes, pixels. */
function distanceTo({ x, y }: Layout, from: number, to: number, px: number, py: number): number {
  const [ax, ay] = [x[from] as number, y[from] as number];
  const [dx, dy] = [(x[to] as number) - ax, (y[to] as number) - ay];
  const along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(ax + share * dx - px, ay + share * dy - py);
}

/** The node at a point, or the nearest; undefined when none is within reach. */
export function nodeAt({ x, y }: Layout, px: number, py: number, reach: number): number | undefined {
  let found: number | undefined;
  let least = reach;
  for (let place = 0; place < x.length; place++) {
    const away = Math.hypot((x[place] as number) - px, (y[place] as number) - py);
    if (away > least) continue;
    least = away;
    found = place;
  }
  return found;
}

/** Of some lines the one nearest to a point, by its place in the list; undefined when none is within reach. */
export function lineAt(
  layout: Layout,
  lines: readonly { from: number; to: number }[],
  px: number,
  py: number,
  reach: number,
): number | undefined {
  let found: number | undefined;
  let least = reach;
  for (const [k, { from, to }] of lines.entries()) {
    const away = distanceTo(layout, from, to, px, py);
    if (away >= least) continue;
    least = away;
    found = k;
  }
  return found;
}
