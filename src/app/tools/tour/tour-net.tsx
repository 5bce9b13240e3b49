import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { prefersDark } from '../../browser/preferences.ts';
import { coloursOf } from '../../net/colours.ts';
import { activationsAt, type NetActivity } from '../../net/net-activity.ts';
import { createNetPainter } from '../../net/net-painter.ts';
import type { StageController } from '../../stage/stage-controller.ts';
import { words } from './words.ts';

export interface TourNetProps {
  activity: NetActivity;
  stageController: StageController;
}

/** A brain with the names of its inputs and outputs, lit by its activations while its episode is on the stage. */
export function TourNet({ activity, stageController }: TourNetProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const painter = createNetPainter(element);
    const stops = [
      effect(() => {
        void prefersDark.value;
        const width = element.parentElement?.clientWidth ?? 0;
        if (width > 0) painter.set({ activity, width, colours: coloursOf(element), isNamed: true });
      }),
      effect(() => {
        void prefersDark.value;
        const time = stageController.frameTime.value;
        const isOn = stageController.onStage.value?.recording === activity.recording;
        painter.paint(isOn ? activationsAt(activity, time) : undefined);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [activity, stageController]);
  const { nodes, connections } = activity.wiring;
  return (
    <figure class="tour-net">
      <canvas ref={canvas} role="img" aria-label={words.net(nodes.length, connections.length)} />
      <figcaption>
        <span>{words.inputs}</span>
        <span>{words.layers(Math.max(0, ...nodes.map(({ depth }) => depth)) - 1)}</span>
        <span>{words.outputs}</span>
      </figcaption>
    </figure>
  );
}
