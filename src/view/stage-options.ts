import type { Palette } from './palette.ts';
import type { Clip } from './playback.ts';

export interface StageOptions {
  /** The stage fills this element. */
  host: HTMLElement;
  palette: Palette;
  /** The renderer to use; by default WebGL with a graphics card, else canvas. */
  renderer?: 'webgl' | 'canvas';
  /** Reduced motion: nothing moves but the creatures. */
  calm: boolean;
  /** A clip begins. */
  onClip(clip: Clip): void;
  /** A member of the crowd was clicked: its index. */
  onPick?(place: number): void;
  /** The viewer moved the camera, or it follows again. */
  onCameraMoved?(isMoved: boolean): void;
  /** Called for each frame: seconds into the episode, and distance covered so far, metres. */
  onFrame(seen: { time: number; distance: number }): void;
  /** WebGL was lost and not restored, so a canvas renderer is used from now on. */
  onFallback?(): void;
}
