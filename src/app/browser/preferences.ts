import { type ReadonlySignal, signal } from '@preact/signals';

/** A media query as a signal. */
function media(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const value = signal(list.matches);
  list.addEventListener('change', () => {
    value.value = list.matches;
  });
  return value;
}

/** The viewer's system preferences. */
export const prefersDark = media('(prefers-color-scheme: dark)');
export const prefersCalm = media('(prefers-reduced-motion: reduce)');

/** The renderer that the address asks for by `?renderer=canvas`; for tests and for computers with faulty graphics. */
export function rendererAsked(search: string): 'webgl' | 'canvas' | undefined {
  const name = new URLSearchParams(search).get('renderer');
  return name === 'webgl' || name === 'canvas' ? name : undefined;
}
