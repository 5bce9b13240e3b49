import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { prefersDark } from '../browser/preferences.ts';
import { coloursOf } from '../net/colours.ts';
import { Legend } from '../net/legend.tsx';
import { activationsAt, type NetActivity, netActivityOf } from '../net/net-activity.ts';
import { createNetPainter } from '../net/net-painter.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { Icon } from '../widgets/icon.tsx';
import { knownUntil } from './known-until.ts';
import './net.css';
import { words } from './net-words.ts';
import type { PlayerState } from './player-state.ts';

/** Windows with a side up to this show the net without names, pixels. */
const MAX_SMALL_SIDE = 560;

/** The activations of the scene on the stage, computed again for each scene. */
function useNetActivity(player: PlayerState) {
  const activity = useSignal<NetActivity | undefined>(undefined);
  const scene = player.scene.value;
  useEffect(() => {
    if (scene === undefined) return;
    let isGone = false;
    activity.value = undefined;
    player.inspectBrain().then(
      (activations) => {
        if (!isGone) activity.value = netActivityOf(scene.generation, activations, scene.recording);
      },
      (error: unknown) => {
        if (isGone) return;
        player.fault.value = sentenceOf(error);
        player.hasNet.value = false;
      },
    );
    return () => {
      isGone = true;
    };
  }, [player, scene, activity]);
  return activity;
}

/** The brain's net over the stage; each node is lit by its activation at the time shown. */
export function NetPanel({ player }: { player: PlayerState }) {
  const panel = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const activity = useNetActivity(player);
  const limit = player.scene.value ? knownUntil(player.scene.value) : 0;

  useEffect(() => {
    const [frame, element] = [panel.current, canvas.current];
    if (frame === null || element === null) return;
    const painter = createNetPainter(element);
    const paint = () => {
      const seen = activity.value;
      if (seen === undefined) return;
      const now = player.time.value;
      const at = now < limit ? activationsAt(seen, now) : undefined;
      element.dataset.controlStep = at === undefined ? '' : String(at / seen.wiring.nodes.length);
      painter.paint(at);
    };
    const set = () => {
      void prefersDark.value;
      const seen = activity.value;
      const width = element.clientWidth;
      const isNamed = Math.min(innerWidth, innerHeight) > MAX_SMALL_SIDE;
      if (seen && width > 0) painter.set({ activity: seen, width, colours: coloursOf(frame), isNamed });
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
  }, [player, activity, limit]);

  const seen = activity.value;
  const isKnown = player.time.value < limit;
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
          player.hasNet.value = false;
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
