import { effect, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { prefersDark } from '../../browser/preferences.ts';
import { coloursOf } from '../../net/colours.ts';
import { activationsAt, type NetActivity } from '../../net/net-activity.ts';
import { createNetPainter } from '../../net/net-painter.ts';
import { words } from './words.ts';

/** A small picture of a net at work, without names. */
export function NetThumb({
  title,
  activity,
  moment,
}: {
  title: string;
  activity: NetActivity;
  moment: ReadonlySignal<number>;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const painter = createNetPainter(element);
    const stops = [
      effect(() => {
        void prefersDark.value;
        const width = element.clientWidth;
        if (width > 0) painter.set({ activity, width, colours: coloursOf(element), isNamed: false });
      }),
      effect(() => {
        void prefersDark.value;
        painter.paint(activationsAt(activity, moment.value));
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [activity, moment]);
  const { nodes, connections } = activity.wiring;
  return <canvas ref={canvas} role="img" aria-label={`${title}: ${words.counts(nodes.length, connections.length)}`} />;
}
