import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { prefersDark } from '../../browser/preferences.ts';
import { coloursOf } from '../../net/colours.ts';
import type { Knob, Turned } from '../../net/knobs.ts';
import { lineAt, nodeAt } from '../../net/layout.ts';
import { activationsAt, type NetActivity } from '../../net/net-activity.ts';
import { createNetPainter, type NetPainter } from '../../net/net-painter.ts';
import type { StageController } from '../../stage/stage-controller.ts';
import type { Hover } from './hover.ts';
import { words } from './words.ts';

export interface NetViewProps {
  mind: ReadonlySignal<NetActivity | undefined>;
  stageController: StageController;
  pointing: Hover;
  turned: ReadonlySignal<Turned>;
  /** Knob under the pointer. */
  pointed: Signal<Knob | undefined>;
}

/** Pixels within which a pointer means a line, and a node. */
const REACH = { mouse: 7, touch: 16 };

/** What a point of the picture means: a node, by place, or a connection. */
function meantBy(painter: NetPainter, mind: NetActivity, pointing: Hover, event: PointerEvent | MouseEvent) {
  const { layout } = painter;
  if (layout === undefined) return {};
  const isTouch = 'pointerType' in event && event.pointerType === 'touch';
  const reach = isTouch ? REACH.touch : REACH.mouse;
  const { offsetX: px, offsetY: py } = event;
  const node = nodeAt(layout, px, py, Math.max(reach, layout.radius + 2));
  if (node !== undefined) return { node };
  const focus = pointing.focus.peek();
  const lines = mind.knobs.filter((knob): knob is Knob & { from: number } => knob.from !== undefined);
  const near = focus === undefined ? lines : lines.filter(({ from, to }) => from === focus || to === focus);
  const found = lineAt(layout, near, px, py, reach);
  return { knob: found === undefined ? undefined : near[found] };
}

/** The net, drawn along with the life on the stage. A click takes a line or a dot in hand; arrow keys go from one to the next. */
export function NetView({ mind, stageController, pointing, turned, pointed }: NetViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<NetPainter | undefined>(undefined);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const painter = createNetPainter(element);
    drawn.current = painter;
    const paint = () => {
      const seen = mind.peek();
      if (seen === undefined) return;
      const isOn = seen.recording !== undefined && stageController.onStage.peek()?.recording === seen.recording;
      const at = isOn ? activationsAt(seen, stageController.moment.peek()) : undefined;
      element.dataset.thought = at === undefined ? '' : String(at / seen.wiring.nodes.length);
      painter.paint(at, pointed.peek());
    };
    const set = () => {
      const seen = mind.value;
      const scene = { focus: pointing.focus.value, selected: pointing.selected.value, turned: turned.value };
      void prefersDark.value;
      const width = element.parentElement?.clientWidth ?? 0;
      if (seen === undefined || width === 0) return;
      painter.set({ mind: seen, width, colours: coloursOf(element), isNamed: true, ...scene });
      paint();
    };
    const stops = [
      effect(set),
      // A frame of the stage is a frame here: no clock of its own, so it rests when the stage does.
      effect(() => {
        void stageController.moment.value;
        void pointed.value;
        paint();
      }),
    ];
    let width = element.parentElement?.clientWidth;
    const observer = new ResizeObserver(() => {
      if (width === element.parentElement?.clientWidth) return;
      width = element.parentElement?.clientWidth;
      set();
    });
    if (element.parentElement) observer.observe(element.parentElement);
    return () => {
      for (const stop of stops) stop();
      observer.disconnect();
    };
  }, [mind, stageController, pointing, turned, pointed]);

  const seen = mind.value;
  const meant = (event: PointerEvent | MouseEvent) =>
    seen && drawn.current ? meantBy(drawn.current, seen, pointing, event) : {};
  return (
    <canvas
      ref={canvas}
      class="net"
      tabIndex={0}
      aria-label={seen ? words.net(seen.wiring.nodes.length, seen.wiring.connections.length) : words.waiting}
      aria-describedby="net-readout"
      onPointerMove={(event) => {
        const { node, knob } = meant(event);
        pointed.value = knob ?? seen?.knobs.find(({ to, from }) => to === node && from === undefined);
        event.currentTarget.style.cursor = knob || node !== undefined ? 'pointer' : '';
      }}
      onPointerLeave={() => {
        pointed.value = undefined;
      }}
      onClick={(event) => {
        const { node, knob } = meant(event);
        if (knob) pointing.pick(knob);
        else if (node !== undefined && pointing.focus.peek() !== node) pointing.look(node);
        else pointing.clear();
      }}
      onKeyDown={(event) => {
        if (!pointing.press(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
