import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { dusk, paper } from '../../view/palette.ts';
import { prefersDark, prefersReducedMotion } from '../browser/preferences.ts';
import { animate } from './animate.ts';
import type { Living } from './living.ts';

export interface LivingPictureProps {
  /** What it shows, once it is known. */
  living: Living | undefined;
  /** Called when the picture is seen for the first time. */
  onSeen(): void;
}

/** A small stage, drawn only while it is in the window; a still picture with reduced motion. */
export function LivingPicture({ living, onSeen }: LivingPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isSeen = useSignal(false);
  const width = useSignal(0);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const seen = new IntersectionObserver(([entry]) => {
      isSeen.value = entry?.isIntersecting === true;
    });
    const resized = new ResizeObserver(() => {
      width.value = element.clientWidth;
    });
    seen.observe(element);
    resized.observe(element);
    return () => {
      seen.disconnect();
      resized.disconnect();
    };
  }, [isSeen, width]);
  const [isDark, isStill] = [prefersDark.value, prefersReducedMotion.value];
  useEffect(() => {
    if (isSeen.value) onSeen();
    if (!isSeen.value || living === undefined || canvas.current === null) return;
    return animate({ canvas: canvas.current, living, palette: isDark ? dusk : paper, isStill });
  }, [isSeen.value, living, width.value, isDark, isStill]);
  return <canvas class="living" ref={canvas} data-drawn={living !== undefined || undefined} />;
}
