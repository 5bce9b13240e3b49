import { effect } from '@preact/signals';
import type { Act } from '../../view/playback.ts';
import type { Strip, StripOptions } from '../../view/strip.ts';
import { prefersCalm, prefersDark, rendererAsked } from '../browser/preferences.ts';
import { speedIndex, speedOf } from './speed.ts';

/** Draws lives in the figures within an element, in the viewer's colours and at the speed of the stage. Gives its end. */
export function openStrip(host: HTMLElement, acts: readonly Act[], onLook: StripOptions['onLook']): () => void {
  let strip: Strip | undefined;
  let isGone = false;
  let tries = 0;
  // Now: until all is loaded the figures may have left the element again.
  const cells = [...host.querySelectorAll<HTMLElement>('figure')];
  const load = async (isDark: boolean) => {
    const mine = ++tries;
    const [{ createStrip }, { dusk, paper }] = await Promise.all([
      import('../../view/strip.ts'),
      import('../../view/palette.ts'),
    ]);
    const renderer = rendererAsked(location.search);
    const made = await createStrip({
      host,
      cells,
      acts,
      palette: isDark ? dusk : paper,
      calm: prefersCalm.value,
      ...(renderer && { renderer }),
      speed: () => speedOf(speedIndex.value),
      onLook,
    });
    if (isGone || mine !== tries) made.destroy();
    else strip = made;
  };
  const stop = effect(() => {
    strip?.destroy();
    strip = undefined;
    void load(prefersDark.value);
  });
  return () => {
    isGone = true;
    stop();
    strip?.destroy();
  };
}
