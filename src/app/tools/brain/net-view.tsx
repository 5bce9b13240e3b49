import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { prefersDark } from '../../browser/preferences.ts';
import { coloursOf } from '../../net/colours.ts';
import { lineAt, nodeAt } from '../../net/layout.ts';
import { activationsAt, type NetActivity } from '../../net/net-activity.ts';
import { createNetPainter, type NetPainter } from '../../net/net-painter.ts';
import type { NetParameter, WeightEdits } from '../../net/net-parameters.ts';
import type { StageController } from '../../stage/stage-controller.ts';
import type { Hover } from './hover.ts';
import { words } from './words.ts';

export interface NetViewProps {
  activity: ReadonlySignal<NetActivity | undefined>;
  stageController: StageController;
  hover: Hover;
  edits: ReadonlySignal<WeightEdits>;
  /** The parameter under the pointer. */
  pointed: Signal<NetParameter | undefined>;
}

/** Distance within which a pointer selects a line or a node, pixels. */
const REACH = { mouse: 7, touch: 16 };

/** The node or weight at a point of the picture. */
function hitTest(painter: NetPainter, activity: NetActivity, hover: Hover, event: PointerEvent | MouseEvent) {
  const { layout } = painter;
  if (layout === undefined) return {};
  const isTouch = 'pointerType' in event && event.pointerType === 'touch';
  const reach = isTouch ? REACH.touch : REACH.mouse;
  const { offsetX: px, offsetY: py } = event;
  const node = nodeAt(layout, px, py, Math.max(reach, layout.radius + 2));
  if (node !== undefined) return { node };
  const focus = hover.focus.peek();
  const lines = activity.parameters.filter(
    (parameter): parameter is NetParameter & { from: number } => parameter.from !== undefined,
  );
  const near = focus === undefined ? lines : lines.filter(({ from, to }) => from === focus || to === focus);
  const found = lineAt(layout, near, px, py, reach);
  return { parameter: found === undefined ? undefined : near[found] };
}

/** The net, in step with the episode on the stage. A click selects a line or a node; arrow keys move the selection. */
export function NetView({ activity, stageController, hover, edits, pointed }: NetViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<NetPainter | undefined>(undefined);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const painter = createNetPainter(element);
    drawn.current = painter;
    const paint = () => {
      const seen = activity.peek();
      if (seen === undefined) return;
      const isOn = seen.recording !== undefined && stageController.onStage.peek()?.recording === seen.recording;
      const at = isOn ? activationsAt(seen, stageController.frameTime.peek()) : undefined;
      element.dataset.controlStep = at === undefined ? '' : String(at / seen.wiring.nodes.length);
      painter.paint(at, pointed.peek());
    };
    const set = () => {
      const seen = activity.value;
      const scene = { focus: hover.focus.value, selected: hover.selected.value, edits: edits.value };
      void prefersDark.value;
      const width = element.parentElement?.clientWidth ?? 0;
      if (seen === undefined || width === 0) return;
      painter.set({ activity: seen, width, colours: coloursOf(element), isNamed: true, ...scene });
      paint();
    };
    const stops = [
      effect(set),
      // Redrawn with each frame of the stage, so that it pauses with the stage.
      effect(() => {
        void stageController.frameTime.value;
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
  }, [activity, stageController, hover, edits, pointed]);

  const seen = activity.value;
  const hit = (event: PointerEvent | MouseEvent) =>
    seen && drawn.current ? hitTest(drawn.current, seen, hover, event) : {};
  return (
    <canvas
      ref={canvas}
      class="net"
      tabIndex={0}
      aria-label={seen ? words.net(seen.wiring.nodes.length, seen.wiring.connections.length) : words.waiting}
      aria-describedby="net-readout"
      onPointerMove={(event) => {
        const { node, parameter } = hit(event);
        pointed.value = parameter ?? seen?.parameters.find(({ to, from }) => to === node && from === undefined);
        event.currentTarget.style.cursor = parameter || node !== undefined ? 'pointer' : '';
      }}
      onPointerLeave={() => {
        pointed.value = undefined;
      }}
      onClick={(event) => {
        const { node, parameter } = hit(event);
        if (parameter) hover.pick(parameter);
        else if (node !== undefined && hover.focus.peek() !== node) hover.focusNode(node);
        else hover.clear();
      }}
      onKeyDown={(event) => {
        if (!hover.handleKey(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
