import type { WiringConnection, WiringNode } from '../../creature/wiring.ts';
import type { Colours } from './colours.ts';
import type { Layout } from './layout.ts';

/** Width and opacity of a line by the strength of its weight, the weakest first. */
const STRENGTHS = [
  { min: 0, width: 0.6, alpha: 0.14 },
  { min: 0.15, width: 0.9, alpha: 0.3 },
  { min: 0.3, width: 1.4, alpha: 0.5 },
  { min: 0.5, width: 2.2, alpha: 0.7 },
  { min: 0.75, width: 3.2, alpha: 0.9 },
] as const;

/** Index in STRENGTHS from which on lines of negative weights are dashed: fainter dashes are invisible and take time. */
const FIRST_DASHED = 2;
const DASH = [5, 3];

/** A connection with its weight as a signed share of the strongest. */
export interface NetLine extends WiringConnection {
  share: number;
}

export function tracePath(
  pen: CanvasRenderingContext2D,
  { x, y }: Layout,
  { from, to }: { from: number; to: number },
): void {
  pen.moveTo(x[from]!, y[from]!);
  pen.lineTo(x[to]!, y[to]!);
}

/** Draws lines, one stroke for each kind: hue and dash by sign, width by strength. Returns the number of lines. */
export function drawLines(
  pen: CanvasRenderingContext2D,
  layout: Layout,
  lines: readonly NetLine[],
  colours: Colours,
  fade: number,
): number {
  let count = 0;
  for (const [k, { min, width, alpha }] of STRENGTHS.entries()) {
    const max = STRENGTHS[k + 1]?.min ?? Number.POSITIVE_INFINITY;
    for (const sign of [1, -1]) {
      pen.beginPath();
      for (const line of lines) {
        const size = Math.abs(line.share);
        if (size < min || size >= max || line.share < 0 !== sign < 0) continue;
        tracePath(pen, layout, line);
        count++;
      }
      pen.globalAlpha = alpha * fade;
      pen.lineWidth = width;
      pen.strokeStyle = sign > 0 ? colours.pushes : colours.holds;
      pen.setLineDash(sign < 0 && k >= FIRST_DASHED ? DASH : []);
      pen.stroke();
    }
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
  return count;
}

/** Draws thin lines for links without a weight, except to nodes on the left: their names say which node they repeat. */
export function drawLinks(
  pen: CanvasRenderingContext2D,
  layout: Layout,
  nodes: readonly WiringNode[],
  { muted }: Colours,
): void {
  pen.beginPath();
  for (const [to, { kind, source }] of nodes.entries()) {
    if (source !== undefined && kind !== 'memory' && kind !== 'opposite') tracePath(pen, layout, { from: source, to });
  }
  pen.globalAlpha = 0.5;
  pen.lineWidth = 1;
  pen.strokeStyle = muted;
  pen.stroke();
  pen.globalAlpha = 1;
}

/** Opacity of a line by its signal (weight as a share of the strongest, times activation), the weakest first. */
const FLOWS = [
  { min: 0.25, alpha: 0.35 },
  { min: 0.55, alpha: 0.65 },
  { min: 1.1, alpha: 1 },
] as const;

/** Highlights lines with strong signals; `values` from index `at` on are the activations of the nodes. */
export function drawFlows(
  pen: CanvasRenderingContext2D,
  layout: Layout,
  lines: readonly NetLine[],
  colours: Colours,
  values: Float64Array,
  at: number,
): void {
  for (const [k, { min, alpha }] of FLOWS.entries()) {
    const max = FLOWS[k + 1]?.min ?? Number.POSITIVE_INFINITY;
    for (const sign of [1, -1]) {
      pen.beginPath();
      for (const line of lines) {
        const size = Math.abs(line.share * values[at + line.from]!);
        if (size >= min && size < max && line.share < 0 === sign < 0) tracePath(pen, layout, line);
      }
      pen.globalAlpha = alpha;
      pen.lineWidth = 1 + k;
      pen.strokeStyle = sign > 0 ? colours.pushes : colours.holds;
      pen.stroke();
    }
  }
  pen.globalAlpha = 1;
}
