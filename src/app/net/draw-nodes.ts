import type { WiringNode } from '../../creature/wiring.ts';
import type { Colours } from './colours.ts';
import type { Layout } from './layout.ts';

/** The absolute activation at which a node is drawn opaque; observations may reach five standard deviations. */
const OPAQUE_AT: Record<WiringNode['kind'], number> = {
  input: 2,
  opposite: 2,
  kick: 2,
  memory: 1,
  hidden: 1,
  clock: 1,
  wave: 2,
  output: 1,
};

const TURN = 2 * Math.PI;

/**
 * Draws a disc for each node: hue by the activation's sign, opacity by its size. `values` from index `at` on are the activations
 * of the nodes; without them, the discs are empty.
 */
export function drawNodes(
  pen: CanvasRenderingContext2D,
  { x, y, radius }: Layout,
  nodes: readonly WiringNode[],
  colours: Colours,
  values: Float64Array | undefined,
  at: number,
): void {
  pen.lineWidth = 1.2;
  pen.fillStyle = colours.plate;
  pen.strokeStyle = colours.muted;
  pen.beginPath();
  for (let place = 0; place < nodes.length; place++) {
    const [cx, cy] = [x[place]!, y[place]!];
    pen.moveTo(cx + radius, cy);
    pen.arc(cx, cy, radius, 0, TURN);
  }
  pen.fill();
  pen.stroke();
  if (values === undefined) return;
  for (const [place, { kind }] of nodes.entries()) {
    const value = values[at + place]!;
    pen.globalAlpha = Math.min(1, Math.abs(value) / OPAQUE_AT[kind]);
    pen.fillStyle = value < 0 ? colours.holds : colours.pushes;
    pen.beginPath();
    pen.arc(x[place]!, y[place]!, radius - 0.6, 0, TURN);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

/** Whether a node is in the left column, which has the inputs. */
export const isOnLeft = ({ kind }: WiringNode): boolean => ['input', 'opposite', 'kick', 'memory'].includes(kind);

/** Size of the names, pixels. */
const FONT_SIZE = 11;

/** Sets the page's font. */
function setFont(pen: CanvasRenderingContext2D): void {
  pen.font = `${FONT_SIZE}px ${getComputedStyle(pen.canvas).fontFamily || 'sans-serif'}`;
  pen.textBaseline = 'middle';
}

/** Widths that the names need on the left and right of the net, pixels. */
export function nameMargins(
  pen: CanvasRenderingContext2D,
  nodes: readonly WiringNode[],
  names: readonly string[],
  radius: number,
) {
  setFont(pen);
  const widest = (isOnSide: (node: WiringNode) => boolean) =>
    nodes.reduce(
      (max, node, place) => (isOnSide(node) ? Math.max(max, pen.measureText(names[place] ?? '').width) : max),
      0,
    );
  const [left, right] = [widest(isOnLeft), widest(({ kind }) => kind === 'output')];
  return { left: Math.ceil(left) + 2 * radius + 6, right: Math.ceil(right) + 2 * radius + 6 };
}

/** Draws the names of observations on the left, of joints on the right. @param focus index of an emphasised node */
export function drawNames(
  pen: CanvasRenderingContext2D,
  { x, y, radius }: Layout,
  nodes: readonly WiringNode[],
  names: readonly string[],
  colours: Colours,
  focus: number | undefined,
): void {
  setFont(pen);
  for (const [place, node] of nodes.entries()) {
    if (!isOnLeft(node) && node.kind !== 'output') continue;
    const side = isOnLeft(node) ? -1 : 1;
    pen.textAlign = side < 0 ? 'right' : 'left';
    pen.fillStyle = place === focus ? colours.ink : colours.muted;
    pen.fillText(names[place] ?? '', x[place]! + side * (radius + 5), y[place]! + 0.5);
  }
}
