import { computed, signal } from '@preact/signals';
import type { OverlayName } from '../../view/overlays/catalogue.ts';

/** What can be drawn on and behind the one in front, and whether it is. */
export type Shown = Record<OverlayName | 'ancestors', boolean>;

const USUAL: Shown = { effort: false, trail: false, forces: false, sight: false, ancestors: true };
const KEY = 'gaitlab.shown';

/** What was chosen the last time, as far as it can be read. Storage may be shut: then the usual. */
function remembered(): Shown {
  const chosen = { ...USUAL };
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    for (const name of Object.keys(USUAL) as (keyof Shown)[]) {
      const value = (kept as Partial<Record<string, unknown>> | null)?.[name];
      if (typeof value === 'boolean') chosen[name] = value;
    }
  } catch {}
  return chosen;
}

/** The viewer's choice, kept for the next visit. */
export const shown = signal(remembered());

export const overlaysShown = computed(() =>
  (Object.keys(USUAL) as (keyof Shown)[]).filter((name) => name !== 'ancestors' && shown.value[name]),
) as { readonly value: OverlayName[] };

export function setShown(name: keyof Shown, yes: boolean): void {
  shown.value = { ...shown.value, [name]: yes };
  try {
    localStorage.setItem(KEY, JSON.stringify(shown.value));
  } catch {}
}
