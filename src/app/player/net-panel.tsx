import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { prefersDark } from '../browser/preferences.ts';
import { coloursOf } from '../net/colours.ts';
import { Legend } from '../net/legend.tsx';
import { activationsAt, type NetActivity, netActivityOf } from '../net/net-activity.ts';
import { createNetPainter } from '../net/net-painter.ts';
import { Icon } from '../widgets/icon.tsx';
import { knownUpTo } from './known.ts';
import './net.css';
import { words } from './net-words.ts';
import type { PlayerState } from './show.ts';

/** In a window smaller than this, either way, a net is drawn small and without names, pixels. */
const ROOMY = 560;

/** The brain of whoever is on the stage, looked into anew for each scene. */
function useMind(show: PlayerState) {
  const mind = useSignal<NetActivity | undefined>(undefined);
  const relived = show.relived.value;
  useEffect(() => {
    if (relived === undefined) return;
    let isGone = false;
    mind.value = undefined;
    show.lookInside().then(
      (inside) => {
        if (!isGone) mind.value = netActivityOf(relived.generation, inside, relived.recording);
      },
      (error: unknown) => {
        if (isGone) return;
        show.fault.value = error instanceof Error ? error.message : String(error);
        show.hasNet.value = false;
      },
    );
    return () => {
      isGone = true;
    };
  }, [show, relived, mind]);
  return mind;
}

/** A brain at work over the stage: its net, lit up by what each node says at the moment shown. */
export function NetPanel({ show }: { show: PlayerState }) {
  const panel = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const mind = useMind(show);
  const limit = show.relived.value ? knownUpTo(show.relived.value) : 0;

  useEffect(() => {
    const [frame, element] = [panel.current, canvas.current];
    if (frame === null || element === null) return;
    const painter = createNetPainter(element);
    const paint = () => {
      const seen = mind.value;
      if (seen === undefined) return;
      const now = show.time.value;
      const at = now < limit ? activationsAt(seen, now) : undefined;
      element.dataset.thought = at === undefined ? '' : String(at / seen.wiring.nodes.length);
      painter.paint(at);
    };
    const set = () => {
      void prefersDark.value;
      const seen = mind.value;
      const width = element.clientWidth;
      const isNamed = Math.min(innerWidth, innerHeight) > ROOMY;
      if (seen && width > 0) painter.set({ mind: seen, width, colours: coloursOf(frame), isNamed });
    };
    const stops = [effect(set), effect(paint)];
    const observer = new ResizeObserver(() => {
      set();
      paint();
    });
    observer.observe(frame);
    return () => {
      for (const stop of stops) stop();
      observer.disconnect();
    };
  }, [show, mind, limit]);

  const seen = mind.value;
  const isKnown = show.time.value < limit;
  return (
    <section class="net" ref={panel}>
      <div role="status">
        {seen && isKnown ? (
          <Legend pushes={words.pushes} holds={words.holds} />
        ) : (
          <p>{seen ? words.unknown : words.waiting}</p>
        )}
      </div>
      <button
        type="button"
        aria-label={words.close}
        title={words.close}
        onClick={() => {
          show.hasNet.value = false;
        }}
      >
        <Icon name="close" />
      </button>
      <canvas
        ref={canvas}
        role="img"
        aria-label={seen ? words.net(seen.wiring.nodes.length, seen.wiring.connections.length) : words.waiting}
      />
    </section>
  );
}
