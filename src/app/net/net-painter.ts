import { type Colours, sized } from './colours.ts';
import { drawFlows, drawLines, drawLinks, type NetLine, tracePath } from './draw-lines.ts';
import { drawNames, drawNodes, roomFor } from './draw-nodes.ts';
import type { Knob, Turned } from './knobs.ts';
import { type Layout, layoutOf } from './layout.ts';
import type { NetActivity } from './net-activity.ts';

/** What is to be seen of a net. */
export interface NetScene {
  mind: NetActivity;
  width: number;
  colours: Colours;
  /** Without names it is a small picture. */
  isNamed: boolean;
  /** Place of the node whose connections alone are in the foreground. */
  focus?: number | undefined;
  selected?: Knob | undefined;
  turned?: Turned | undefined;
}

/** Draws one net: what stands still once, what moves at each frame. */
export interface NetPainter {
  readonly layout: Layout | undefined;
  set(scene: NetScene): void;
  /** @param at where in the mind's values the moment begins; undefined when nothing is known of it. */
  paint(at: number | undefined, pointed?: Knob): void;
}

/** Heights, and how close nodes may come where there are names between them and where not, pixels. */
const LARGE = { height: 390, closest: 12 };
const SMALL = { height: 200, closest: 5 };

/** So many lines at most light up; of a large net its strongest. */
const MOST_FLOWS = 500;

function linesOf({ wiring, genome }: NetActivity): NetLine[] {
  const most = wiring.connections.reduce(
    (max, { parameter }) => Math.max(max, Math.abs(genome[parameter] as number)),
    1e-9,
  );
  return wiring.connections.map((each) => ({ ...each, share: (genome[each.parameter] as number) / most }));
}

export function createNetPainter(canvas: HTMLCanvasElement): NetPainter {
  const ground = document.createElement('canvas');
  let scene: NetScene | undefined;
  let layout: Layout | undefined;
  let pen: CanvasRenderingContext2D | null = null;
  let flows: NetLine[] = [];

  function lay({ mind, width, isNamed }: NetScene): Layout {
    const { wiring, names } = mind;
    const measuring = ground.getContext('2d');
    if (!isNamed || measuring === null) return layoutOf(wiring, { width, left: 8, right: 8, ...SMALL });
    const { left, right } = roomFor(measuring, wiring.nodes, names, 6);
    const widest = 0.36 * width;
    return layoutOf(wiring, { width, left: Math.min(left, widest), right: Math.min(right, widest), ...LARGE });
  }

  function drawGround({ mind, colours, focus, isNamed, turned }: NetScene, to: Layout): void {
    const under = sized(ground, to.width, to.height);
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

  /** A bead in the middle of a line that was turned. */
  function mark(on: CanvasRenderingContext2D, { x, y }: Layout, { from, to }: NetLine, { ink, plate }: Colours): void {
    on.beginPath();
    on.arc(((x[from] as number) + (x[to] as number)) / 2, ((y[from] as number) + (y[to] as number)) / 2, 3, 0, 7);
    on.fillStyle = ink;
    on.fill();
    on.lineWidth = 1;
    on.strokeStyle = plate;
    on.stroke();
  }

  function underline(knob: Knob, width: number): void {
    if (pen === null || layout === undefined || scene === undefined) return;
    pen.beginPath();
    if (knob.from === undefined)
      pen.arc(layout.x[knob.to] as number, layout.y[knob.to] as number, layout.radius + 3, 0, 7);
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
      drawGround(next, layout);
    },
    paint(at, pointed) {
      if (pen === null || layout === undefined || scene === undefined) return;
      const { mind, colours, selected } = scene;
      pen.clearRect(0, 0, layout.width, layout.height);
      pen.drawImage(ground, 0, 0, layout.width, layout.height);
      if (at !== undefined) drawFlows(pen, layout, flows, colours, mind.values, at);
      if (selected) underline(selected, 3);
      if (pointed) underline(pointed, 1.5);
      drawNodes(pen, layout, mind.wiring.nodes, colours, at === undefined ? undefined : mind.values, at ?? 0);
    },
  };
}
