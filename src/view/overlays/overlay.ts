import type { Container } from 'pixi.js';
import type { Palette } from '../palette.ts';
import type { Act } from '../playback.ts';
import type { Pose } from '../pose.ts';

/** Something to be learnt about the one in front, drawn over it in the world. */
export interface Overlay {
  readonly root: Container;
  begin(act: Act): void;
  look(pose: Pose, time: number): void;
}

export type OverlayMaker = (palette: Palette) => Overlay;
