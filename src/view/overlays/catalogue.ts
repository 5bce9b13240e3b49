import { effort } from './effort.ts';
import { forces } from './forces.ts';
import type { CreateOverlay } from './overlay.ts';
import { sight } from './sight.ts';
import { trail } from './trail.ts';

/** Overlays by name, drawn in this order. */
export const overlays = { trail, sight, effort, forces } satisfies Record<string, CreateOverlay>;

export type OverlayName = keyof typeof overlays;
