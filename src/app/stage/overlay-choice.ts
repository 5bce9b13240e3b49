import { computed, signal } from '@preact/signals';
import type { OverlayName } from '../../view/overlays/catalogue.ts';

/** What can be drawn on and behind the one in front, and whether it is. */
export type OverlayToggles = Record<OverlayName | 'ancestors', boolean>;

const USUAL: OverlayToggles = { effort: false, trail: false, forces: false, sight: false, ancestors: true };
const KEY = 'gaitlab.shown';

/** What was chosen the last time, as far as it can be read. Storage may be shut: then the usual. */
function remembered(): OverlayToggles {
  const chosen = { ...USUAL };
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    for (const name of Object.keys(USUAL) as (keyof OverlayToggles)[]) {
      const value = (kept as Partial<Record<string, unknown>> | null)?.[name];
      if (typeof value === 'boolean') chosen[name] = value;
    }
  } catch {}
  return chosen;
}

/** The viewer's choice, kept for the next visit. */
export const overlayToggles = signal(remembered());

export const overlaysShown = computed(() =>
  (Object.keys(USUAL) as (keyof OverlayToggles)[]).filter((name) => name !== 'ancestors' && overlayToggles.value[name]),
) as { readonly value: OverlayName[] };

export function setShown(name: keyof OverlayToggles, yes: boolean): void {
  overlayToggles.value = { ...overlayToggles.value, [name]: yes };
  try {
    localStorage.setItem(KEY, JSON.stringify(overlayToggles.value));
  } catch {}
}
