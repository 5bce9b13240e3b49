import { effort } from './effort.ts';
import { forces } from './forces.ts';
import type { OverlayMaker } from './overlay.ts';
import { sight } from './sight.ts';
import { trail } from './trail.ts';

/** By name, the lower ones first. */
export const overlays = { trail, sight, effort, forces } satisfies Record<string, OverlayMaker>;

export type OverlayName = keyof typeof overlays;
