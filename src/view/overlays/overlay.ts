import type { Container } from 'pixi.js';
import type { Palette } from '../palette.ts';
import type { Clip } from '../playback.ts';
import type { Pose } from '../pose.ts';

/** Information about the main creature, drawn on it in world coordinates. */
export interface Overlay {
  readonly root: Container;
  begin(clip: Clip): void;
  update(pose: Pose, time: number): void;
}

export type CreateOverlay = (palette: Palette) => Overlay;
