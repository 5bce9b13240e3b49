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

/** What the viewer asked their system for. */
export const prefersDark = media('(prefers-color-scheme: dark)');
export const prefersCalm = media('(prefers-reduced-motion: reduce)');

/** Which renderer a link asks for, by `?renderer=canvas`; for tests and for trouble. */
export function rendererAsked(search: string): 'webgl' | 'canvas' | undefined {
  const name = new URLSearchParams(search).get('renderer');
  return name === 'webgl' || name === 'canvas' ? name : undefined;
}
