import type { WiringConnection, WiringNode } from '../../creature/wiring.ts';
import type { Colours } from './colours.ts';
import type { Layout } from './layout.ts';

/** How lines look by how strong they are, the weakest first: so no weight is lost and none in a crowd is. */
const STRENGTHS = [
  { least: 0, width: 0.6, alpha: 0.14 },
  { least: 0.15, width: 0.9, alpha: 0.3 },
  { least: 0.3, width: 1.4, alpha: 0.5 },
  { least: 0.5, width: 2.2, alpha: 0.7 },
  { least: 0.75, width: 3.2, alpha: 0.9 },
] as const;

/** Lines that hold back are dashed, from this strength on: of fainter ones nobody would see it, and dashes take time. */
const FIRST_DASHED = 2;
const DASH = [5, 3];

/** A connection with what it is drawn by: its share of the strongest, with its sign. */
export interface NetLine extends WiringConnection {
  share: number;
}

export function tracePath(
  pen: CanvasRenderingContext2D,
  { x, y }: Layout,
  { from, to }: { from: number; to: number },
): void {
  pen.moveTo(x[from] as number, y[from] as number);
  pen.lineTo(x[to] as number, y[to] as number);
}

/** Strokes lines in as few strokes as there are kinds of them: hue and dash by sign, width by strength. Says how many. */
export function drawLines(
  pen: CanvasRenderingContext2D,
  layout: Layout,
  lines: readonly NetLine[],
  colours: Colours,
  fade: number,
): number {
  let count = 0;
  for (const [k, { least, width, alpha }] of STRENGTHS.entries()) {
    const most = STRENGTHS[k + 1]?.least ?? Number.POSITIVE_INFINITY;
    for (const sign of [1, -1]) {
      pen.beginPath();
      for (const line of lines) {
        const size = Math.abs(line.share);
        if (size < least || size >= most || line.share < 0 !== sign < 0) continue;
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

/** What passes on by itself, without a knob: thin and plain. What a neuron remembers needs no line, its name says it. */
export function drawLinks(
  pen: CanvasRenderingContext2D,
  layout: Layout,
  nodes: readonly WiringNode[],
  { muted }: Colours,
): void {
  pen.beginPath();
  for (const [to, { kind, source }] of nodes.entries()) {
    if (source !== undefined && kind !== 'memory') tracePath(pen, layout, { from: source, to });
  }
  pen.globalAlpha = 0.5;
  pen.lineWidth = 1;
  pen.strokeStyle = muted;
  pen.stroke();
  pen.globalAlpha = 1;
}

/** How bright a line gets by what passes along it, as a share of the strongest weight, the least first. */
const FLOWS = [
  { least: 0.25, alpha: 0.35 },
  { least: 0.55, alpha: 0.65 },
  { least: 1.1, alpha: 1 },
] as const;

/** Lights up lines along which much is said; `values` from `at` on is what each node says. */
export function drawFlows(
  pen: CanvasRenderingContext2D,
  layout: Layout,
  lines: readonly NetLine[],
  colours: Colours,
  values: Float64Array,
  at: number,
): void {
  for (const [k, { least, alpha }] of FLOWS.entries()) {
    const most = FLOWS[k + 1]?.least ?? Number.POSITIVE_INFINITY;
    for (const sign of [1, -1]) {
      pen.beginPath();
      for (const line of lines) {
        const size = Math.abs(line.share * (values[at + line.from] as number));
        if (size >= least && size < most && line.share < 0 === sign < 0) tracePath(pen, layout, line);
      }
      pen.globalAlpha = alpha;
      pen.lineWidth = 1 + k;
      pen.strokeStyle = sign > 0 ? colours.pushes : colours.holds;
      pen.stroke();
    }
  }
  pen.globalAlpha = 1;
}
