import { type Colours, sized } from './colours.ts';
import { drawFlows, drawLines, drawLinks, type NetLine, tracePath } from './draw-lines.ts';
import { drawNames, drawNodes, roomFor } from './draw-nodes.ts';
import type { Knob, Turned } from './knobs.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { NetActivity } from './net-activity.ts';

/** What to draw of a net. */
export interface NetScene {
  mind: NetActivity;
  width: number;
  colours: Colours;
  /** With names; without them it is a small picture. */
  isNamed: boolean;
  /** Index of the node whose connections are emphasised. */
  focus?: number | undefined;
  selected?: Knob | undefined;
  turned?: Turned | undefined;
}

/** Draws one net: fixed parts once, activations at each frame. */
export interface NetPainter {
  readonly layout: Layout | undefined;
  set(scene: NetScene): void;
  /** @param at index in the activations, as of activationsAt; undefined when they are not known. */
  paint(at: number | undefined, pointed?: Knob): void;
}

/** Height and least distance of nodes with names and without, pixels. */
const LARGE = { height: 390, closest: 12 };
const SMALL = { height: 200, closest: 5 };

/** Number of lines that are highlighted at most: the strongest. */
const MOST_FLOWS = 500;

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

  function lay({ mind, width, isNamed }: NetScene): Layout {
    const { wiring, names } = mind;
    const measuring = background.getContext('2d');
    if (!isNamed || measuring === null) return layoutOf(wiring, { width, left: 8, right: 8, ...SMALL });
    const { left, right } = roomFor(measuring, wiring.nodes, names, 6);
    const widest = 0.36 * width;
    return layoutOf(wiring, { width, left: Math.min(left, widest), right: Math.min(right, widest), ...LARGE });
  }

  function drawBackground({ mind, colours, focus, isNamed, turned }: NetScene, to: Layout): void {
    const under = sized(background, to.width, to.height);
    if (under === null) return;
    drawLinks(under, to, mind.wiring.nodes, colours);
    const lines = linesOf(mind);
    const isNear = ({ from, to: end }: NetLine) => focus === undefined || from === focus || end === focus;
    const near = lines.filter(isNear);
    flows = near.toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share)).slice(0, MOST_FLOWS);
    const far = focus === undefined ? [] : lines.filter((line) => !isNear(line));
    const count = drawLines(under, to, far, colours, 0.15) + drawLines(under, to, near, colours, 0.75);
    canvas.dataset.connections = String(count);
    canvas.dataset.nodes = String(mind.wiring.nodes.length);
    for (const line of turned?.size ? lines.filter(({ parameter }) => turned.has(parameter)) : [])
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

  function underline(knob: Knob, width: number): void {
    if (pen === null || layout === undefined || scene === undefined) return;
    pen.beginPath();
    if (knob.from === undefined) pen.arc(layout.x[knob.to]!, layout.y[knob.to]!, layout.radius + 3, 0, 7);
    else tracePath(pen, layout, { from: knob.from, to: knob.to });
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
      pen = sized(canvas, layout.width, layout.height);
      drawBackground(next, layout);
    },
    paint(at, pointed) {
      if (pen === null || layout === undefined || scene === undefined) return;
      const { mind, colours, selected } = scene;
      pen.clearRect(0, 0, layout.width, layout.height);
      pen.drawImage(background, 0, 0, layout.width, layout.height);
      if (at !== undefined) drawFlows(pen, layout, flows, colours, mind.values, at);
      if (selected) underline(selected, 3);
      if (pointed) underline(pointed, 1.5);
      drawNodes(pen, layout, mind.wiring.nodes, colours, at === undefined ? undefined : mind.values, at ?? 0);
    },
  };
}
