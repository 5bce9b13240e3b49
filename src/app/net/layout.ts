import type { Wiring } from '../../creature/wiring.ts';

/** Positions of nodes, CSS pixels. */
export interface Layout {
  x: Float64Array;
  y: Float64Array;
  width: number;
  height: number;
  /** Radius of a node. */
  radius: number;
}

/** The space for a net, pixels. */
export interface NetSpace {
  width: number;
  /** Margins for names. */
  left: number;
  right: number;
  /** Maximum height; exceeded only if nodes would be closer together than `closest`. */
  height: number;
  closest: number;
}

/** Maximum distance between two nodes of the fullest column, and of any other column, pixels. */
const MAX_PITCH = 30;
const MAX_GAP = 64;

/** Indices of nodes by column, from the inputs to the outputs. */
function columnsOf({ nodes }: Wiring): number[][] {
  const columns: number[][] = [];
  for (const [place, { depth }] of nodes.entries()) {
    columns[depth] ??= [];
    columns[depth].push(place);
  }
  // A depth without nodes leaves no gap.
  return columns.filter((column) => column !== undefined);
}

/** Columns of nodes from left to right, each centred vertically. */
export function layoutOf(wiring: Wiring, space: NetSpace): Layout {
  const { width, left, right, closest } = space;
  const columns = columnsOf(wiring);
  const max = Math.max(1, ...columns.map(({ length }) => length));
  const pitch = Math.max(closest, Math.min(MAX_PITCH, space.height / max));
  const height = Math.ceil(pitch * max + 8);
  const x = new Float64Array(wiring.nodes.length);
  const y = new Float64Array(wiring.nodes.length);
  for (const [c, column] of columns.entries()) {
    // Columns with fewer nodes have wider gaps, up to MAX_GAP.
    const span = (0.3 + (0.7 * column.length) / max) * pitch * max;
    const gap = column.length === max ? pitch : Math.min(span / column.length, MAX_GAP);
    for (const [row, place] of column.entries()) {
      x[place] = left + ((width - left - right) * c) / Math.max(1, columns.length - 1);
      y[place] = height / 2 + gap * (row - (column.length - 1) / 2);
    }
  }
  return { x, y, width, height, radius: Math.min(6, pitch / 2 - 1) };
}

/** Distance of a point from the line between two nodes, pixels. */
function distanceTo({ x, y }: Layout, from: number, to: number, px: number, py: number): number {
  const [ax, ay] = [x[from]!, y[from]!];
  const [dx, dy] = [x[to]! - ax, y[to]! - ay];
  const along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(ax + share * dx - px, ay + share * dy - py);
}

/** The index of the node nearest to a point; undefined when none is within `reach`. */
export function nodeAt({ x, y }: Layout, px: number, py: number, reach: number): number | undefined {
  let found: number | undefined;
  let min = reach;
  for (let place = 0; place < x.length; place++) {
    const distance = Math.hypot(x[place]! - px, y[place]! - py);
    if (distance > min) continue;
    min = distance;
    found = place;
  }
  return found;
}

/** The index of the line nearest to a point; undefined when none is within `reach`. */
export function lineAt(
  layout: Layout,
  lines: readonly { from: number; to: number }[],
  px: number,
  py: number,
  reach: number,
): number | undefined {
  let found: number | undefined;
  let min = reach;
  for (const [k, { from, to }] of lines.entries()) {
    const distance = distanceTo(layout, from, to, px, py);
    if (distance >= min) continue;
    min = distance;
    found = k;
  }
  return found;
}
