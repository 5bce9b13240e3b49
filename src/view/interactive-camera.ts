import { type Camera, createCamera } from './camera.ts';

/** A camera that follows the subject until the viewer drags or zooms it. */
export interface InteractiveCamera extends Camera {
  /** Whether the viewer has dragged or zoomed it. */
  readonly isMoved: boolean;
  /** Moves the scene by pixels and stops following. */
  drag(dx: number, dy: number): void;
  /** Zooms by a factor, about a pixel of the window or its anchor. */
  zoom(factor: number, x?: number, y?: number): void;
  /** Follows the subject again, at its own zoom. */
  release(): void;
}

/** Limits of the viewer's zoom factor. */
const MAX_ZOOM = 6;
const MIN_ZOOM = 0.25;
/** Time constants of zooming and of the way back, seconds. */
const ZOOM_LAG = 0.12;
const RETURN_LAG = 0.3;
/** Maximum distance from the subject, metres: the ground is drawn that far. */
const MAX_DISTANCE = 60;

export function createInteractiveCamera(): InteractiveCamera {
  /** Follows the subject without the viewer's changes. */
  const own = createCamera();
  /** Where the viewer put the camera; undefined while it follows. */
  let place: { x: number; y: number } | undefined;
  /** Offset from `own`; decays to 0 after `release`. */
  let [offsetX, offsetY] = [0, 0];
  let [zoom, targetZoom] = [1, 1];
  let pivot: { x: number; y: number } | undefined;
  const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

  return {
    x: 0,
    y: 0,
    scale: own.scale,
    anchorX: 0,
    anchorY: 0,
    get isMoved() {
      return place !== undefined || targetZoom !== 1;
    },
    follow(subject, frame, dt, calm) {
      own.follow(subject, frame, dt, calm);
      const { anchorX, anchorY } = own;
      const decay = (lag: number) => (calm ? 0 : Math.exp(-dt / lag));
      const before = this.scale;
      zoom = targetZoom * (zoom / targetZoom) ** decay(ZOOM_LAG);
      this.scale = own.scale * zoom;
      if (place) {
        // The point of the world under the pivot stays there.
        const change = 1 / before - 1 / this.scale;
        place.x += ((pivot?.x ?? anchorX) - anchorX) * change;
        place.y += (anchorY - (pivot?.y ?? anchorY)) * change;
        place.x = clamp(place.x, own.x - MAX_DISTANCE, own.x + MAX_DISTANCE);
        const [low, high] = [-frame.height, 1.6 * frame.height];
        place.y = own.y + clamp((place.y - own.y) * this.scale, low - anchorY, high - anchorY) / this.scale;
        [offsetX, offsetY] = [place.x - own.x, place.y - own.y];
      } else {
        offsetX *= decay(RETURN_LAG);
        offsetY *= decay(RETURN_LAG);
      }
      Object.assign(this, { anchorX, anchorY, x: own.x + offsetX, y: own.y + offsetY });
    },
    cut(subject, frame) {
      own.cut(subject, frame);
      this.follow({ ...subject, speed: 0 }, frame, 0, false);
    },
    drag(dx, dy) {
      place ??= { x: this.x, y: this.y };
      place.x -= dx / this.scale;
      place.y += dy / this.scale;
    },
    zoom(factor, x, y) {
      const next = clamp(targetZoom * factor, MIN_ZOOM, MAX_ZOOM);
      // Zooming in and out by the same steps ends at exactly 1, despite rounding.
      targetZoom = Math.abs(next - 1) < 0.01 ? 1 : next;
      pivot = x === undefined || y === undefined ? undefined : { x, y };
    },
    release() {
      place = undefined;
      targetZoom = 1;
    },
  };
}
