import { computed, signal } from '@preact/signals';
import type { OverlayName } from '../../view/overlays/catalogue.ts';

/** Whether each overlay, the ghosts of ancestors, the footfall diagram and the colours of gaits are shown, and sounds heard. */
export type OverlayToggles = Record<OverlayName | 'ancestors' | 'footfalls' | 'gaits' | 'sound', boolean>;

const DEFAULTS: OverlayToggles = {
  effort: false,
  trail: false,
  forces: false,
  sight: false,
  ancestors: true,
  footfalls: true,
  gaits: false,
  sound: false,
};
const KEY = 'gaitlab.shown';
const NOT_OVERLAYS: readonly (keyof OverlayToggles)[] = ['ancestors', 'footfalls', 'gaits', 'sound'];

/** The choice of the last visit, or the default. */
function storedChoice(): OverlayToggles {
  const chosen = { ...DEFAULTS };
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    for (const name of Object.keys(DEFAULTS) as (keyof OverlayToggles)[]) {
      const value = (stored as Partial<Record<string, unknown>> | null)?.[name];
      if (typeof value === 'boolean') chosen[name] = value;
    }
  } catch {}
  return chosen;
}

/** The viewer's choice, stored for the next visit. */
export const overlayToggles = signal(storedChoice());

export const shownOverlays = computed(() =>
  (Object.keys(DEFAULTS) as (keyof OverlayToggles)[]).filter(
    (name) => !NOT_OVERLAYS.includes(name) && overlayToggles.value[name],
  ),
) as { readonly value: OverlayName[] };

export function setOverlay(name: keyof OverlayToggles, yes: boolean): void {
  overlayToggles.value = { ...overlayToggles.value, [name]: yes };
  try {
    localStorage.setItem(KEY, JSON.stringify(overlayToggles.value));
  } catch {}
}
