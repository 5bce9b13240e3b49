import { type ReadonlySignal, signal } from '@preact/signals';

/** A media query as a signal. */
function mediaQuery(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const value = signal(list.matches);
  list.addEventListener('change', () => {
    value.value = list.matches;
  });
  return value;
}

/** The viewer's system preferences. */
export const prefersDark = mediaQuery('(prefers-color-scheme: dark)');
export const prefersReducedMotion = mediaQuery('(prefers-reduced-motion: reduce)');

/** The renderer in the address, as in `?renderer=canvas`; for tests and for computers with faulty graphics. */
export function requestedRenderer(search: string): 'webgl' | 'canvas' | undefined {
  const name = new URLSearchParams(search).get('renderer');
  return name === 'webgl' || name === 'canvas' ? name : undefined;
}
