import { effect } from '@preact/signals';
import type { Clip } from '../../view/playback.ts';
import type { SideBySide, SideBySideOptions } from '../../view/side-by-side.ts';
import { prefersDark, prefersReducedMotion, requestedRenderer } from '../browser/preferences.ts';
import { speedIndex, speedOf } from './speed.ts';

/** Draws clips in the figures within an element, at the speed of the stage. Returns a function that ends it. */
export function openStrip(
  host: HTMLElement,
  clips: readonly Clip[],
  onFrame: SideBySideOptions['onFrame'],
): () => void {
  let strip: SideBySide | undefined;
  let isGone = false;
  let loads = 0;
  // Found at once, since the figures may have left the element when the code is loaded.
  const cells = [...host.querySelectorAll<HTMLElement>('figure')];
  const load = async (isDark: boolean) => {
    const mine = ++loads;
    const [{ createSideBySide }, { dusk, paper }] = await Promise.all([
      import('../../view/side-by-side.ts'),
      import('../../view/palette.ts'),
    ]);
    const renderer = requestedRenderer(location.search);
    const made = await createSideBySide({
      host,
      cells,
      clips,
      palette: isDark ? dusk : paper,
      calm: prefersReducedMotion.value,
      ...(renderer && { renderer }),
      speed: () => speedOf(speedIndex.value),
      onFrame,
    });
    if (isGone || mine !== loads) made.destroy();
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
