import { useEffect, useRef } from 'preact/hooks';
import type { Resimulated } from '../../run/resimulate.ts';
import { prefersDark } from '../browser/preferences.ts';
import type { PlayerState } from './show.ts';
import { drawThumbs } from './thumbs.ts';
import { words } from './words.ts';

/** The whole life in small pictures, and the moment in it. */
export function Scrubber({ show, relived }: { show: PlayerState; relived: Resimulated }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { recording } = relived;
  const end = show.end.value;
  const isDark = prefersDark.value;
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => drawThumbs(element, recording, end, isDark));
    observer.observe(element);
    return () => observer.disconnect();
  }, [recording, end, isDark]);
  const time = show.time.value;
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
        onInput={({ currentTarget }) => show.seek(currentTarget.valueAsNumber)}
      />
    </div>
  );
}
