import { useEffect, useRef } from 'preact/hooks';
import type { Resimulated } from '../../run/resimulate.ts';
import { prefersDark } from '../browser/preferences.ts';
import type { PlayerState } from './player-state.ts';
import { drawThumbs } from './thumbs.ts';
import { words } from './words.ts';

/** The whole episode in small pictures, with a slider for the time. */
export function Scrubber({ player, scene }: { player: PlayerState; scene: Resimulated }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { recording } = scene;
  const end = player.end.value;
  const isDark = prefersDark.value;
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => drawThumbs(element, recording, end, isDark));
    observer.observe(element);
    return () => observer.disconnect();
  }, [recording, end, isDark]);
  const time = player.time.value;
  return (
    <div class="scrubber" style={{ '--share': time / end }}>
      <canvas ref={canvas} />
      <i aria-hidden="true" />
      <input
        type="range"
        aria-label={words.scrub}
        aria-valuetext={`${time.toFixed(1)} s ${words.of} ${end.toFixed(1)} s`}
        min={0}
        max={end}
        step={recording.frameTimestep}
        value={time}
        onInput={({ currentTarget }) => player.seek(currentTarget.valueAsNumber)}
      />
    </div>
  );
}
