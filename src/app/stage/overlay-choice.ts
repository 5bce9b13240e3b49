import { computed, signal } from '@preact/signals';
import type { OverlayName } from '../../view/overlays/catalogue.ts';

/** Whether each overlay, the ghosts of ancestors and the footfall diagram are shown. */
export type OverlayToggles = Record<OverlayName | 'ancestors' | 'footfalls', boolean>;

const USUAL: OverlayToggles = {
  effort: false,
  trail: false,
  forces: false,
  sight: false,
  ancestors: true,
  footfalls: true,
};
const KEY = 'gaitlab.shown';
const NOT_OVERLAYS: readonly (keyof OverlayToggles)[] = ['ancestors', 'footfalls'];

/** The choice of the last visit; the default where storage cannot be read. */
function remembered(): OverlayToggles {
  const chosen = { ...USUAL };
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    for (const name of Object.keys(USUAL) as (keyof OverlayToggles)[]) {
      const value = (stored as Partial<Record<string, unknown>> | null)?.[name];
      if (typeof value === 'boolean') chosen[name] = value;
    }
  } catch {}
  return chosen;
}

/** The viewer's choice, stored for the next visit. */
export const overlayToggles = signal(remembered());

export const overlaysShown = computed(() =>
  (Object.keys(USUAL) as (keyof OverlayToggles)[]).filter(
    (name) => !NOT_OVERLAYS.includes(name) && overlayToggles.value[name],
  ),
) as { readonly value: OverlayName[] };

export function setShown(name: keyof OverlayToggles, yes: boolean): void {
  overlayToggles.value = { ...overlayToggles.value, [name]: yes };
  try {
    localStorage.setItem(KEY, JSON.stringify(overlayToggles.value));
  } catch {}
}
