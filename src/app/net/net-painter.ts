import { type Colours, resizeCanvas } from './colours.ts';
import { drawFlows, drawLines, drawLinks, type NetLine, tracePath } from './draw-lines.ts';
import { drawNames, drawNodes, nameMargins } from './draw-nodes.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { NetActivity } from './net-activity.ts';
import type { NetParameter, WeightEdits } from './net-parameters.ts';

/** What to draw of a net. */
export interface NetScene {
  activity: NetActivity;
  width: number;
  colours: Colours;
  /** Whether names are drawn; a net without names is a small picture. */
  isNamed: boolean;
  /** Index of the node whose connections are emphasised. */
  focus?: number | undefined;
  selected?: NetParameter | undefined;
  edits?: WeightEdits | undefined;
}

/** Draws one net: the static parts once, the activations at each frame. */
export interface NetPainter {
  readonly layout: Layout | undefined;
  set(scene: NetScene): void;
  /** @param at index in the activations, from `activationsAt`; undefined if they are unknown */
  paint(at: number | undefined, pointed?: NetParameter): void;
}

/** Maximum height and minimum distance of nodes, with names and without, pixels. */
const LARGE = { height: 390, closest: 12 };
const SMALL = { height: 200, closest: 5 };

/** Maximum number of highlighted lines; the strongest are chosen. */
const MAX_FLOWS = 500;

function linesOf({ wiring, genome }: NetActivity): NetLine[] {
  const most = wiring.connections.reduce((max, { parameter }) => Math.max(max, Math.abs(genome[parameter]!)), 1e-9);
  return wiring.connections.map((each) => ({ ...each, share: genome[each.parameter]! / most }));
}

export function createNetPainter(canvas: HTMLCanvasElement): NetPainter {
  const background = document.createElement('canvas');
  let scene: NetScene | undefined;
  let layout: Layout | undefined;
  let pen: CanvasRenderingContext2D | null = null;
  let flows: NetLine[] = [];

  function lay({ activity: mind, width, isNamed }: NetScene): Layout {
    const { wiring, names } = mind;
    const measuring = background.getContext('2d');
    if (!isNamed || measuring === null) return layoutOf(wiring, { width, left: 8, right: 8, ...SMALL });
    const { left, right } = nameMargins(measuring, wiring.nodes, names, 6);
    const widest = 0.36 * width;
    return layoutOf(wiring, { width, left: Math.min(left, widest), right: Math.min(right, widest), ...LARGE });
  }

  function drawBackground({ activity: mind, colours, focus, isNamed, edits }: NetScene, to: Layout): void {
    const under = resizeCanvas(background, to.width, to.height);
    if (under === null) return;
    drawLinks(under, to, mind.wiring.nodes, colours);
    const lines = linesOf(mind);
    const isNear = ({ from, to: end }: NetLine) => focus === undefined || from === focus || end === focus;
    const near = lines.filter(isNear);
    flows = near.toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share)).slice(0, MAX_FLOWS);
    const far = focus === undefined ? [] : lines.filter((line) => !isNear(line));
    const count = drawLines(under, to, far, colours, 0.15) + drawLines(under, to, near, colours, 0.75);
    canvas.dataset.connections = String(count);
    canvas.dataset.nodes = String(mind.wiring.nodes.length);
    for (const line of edits?.size ? lines.filter(({ parameter }) => edits.has(parameter)) : [])
      mark(under, to, line, colours);
    if (isNamed) drawNames(under, to, mind.wiring.nodes, mind.names, colours, focus);
  }

  /** A dot in the middle of a line whose weight was changed. */
  function mark(on: CanvasRenderingContext2D, { x, y }: Layout, { from, to }: NetLine, { ink, plate }: Colours): void {
    on.beginPath();
    on.arc((x[from]! + x[to]!) / 2, (y[from]! + y[to]!) / 2, 3, 0, 7);
    on.fillStyle = ink;
    on.fill();
    on.lineWidth = 1;
    on.strokeStyle = plate;
    on.stroke();
  }

  function underline(parameter: NetParameter, width: number): void {
    if (pen === null || layout === undefined || scene === undefined) return;
    pen.beginPath();
    if (parameter.from === undefined)
      pen.arc(layout.x[parameter.to]!, layout.y[parameter.to]!, layout.radius + 3, 0, 7);
    else tracePath(pen, layout, { from: parameter.from, to: parameter.to });
    pen.strokeStyle = scene.colours.ink;
    pen.lineWidth = width;
    pen.stroke();
  }

  return {
    get layout() {
      return layout;
    },
    set(next) {
      scene = next;
      layout = lay(next);
      pen = resizeCanvas(canvas, layout.width, layout.height);
      drawBackground(next, layout);
    },
    paint(at, pointed) {
      if (pen === null || layout === undefined || scene === undefined) return;
      const { activity: mind, colours, selected } = scene;
      pen.clearRect(0, 0, layout.width, layout.height);
      pen.drawImage(background, 0, 0, layout.width, layout.height);
      if (at !== undefined) drawFlows(pen, layout, flows, colours, mind.values, at);
      if (selected) underline(selected, 3);
      if (pointed) underline(pointed, 1.5);
      drawNodes(pen, layout, mind.wiring.nodes, colours, at === undefined ? undefined : mind.values, at ?? 0);
    },
  };
}
