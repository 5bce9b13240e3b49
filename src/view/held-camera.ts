import { type Camera, createCamera } from './camera.ts';

/** A camera that follows by itself, and that the viewer can take into their hand. */
export interface HeldCamera extends Camera {
  /** Whether it is not where it would be by itself. */
  readonly isAstray: boolean;
  /** Moves the scene by so many pixels; from then on it follows nobody. */
  drag(dx: number, dy: number): void;
  /** Comes so many times closer: to a point of the window, or to what is in the middle. */
  zoom(times: number, x?: number, y?: number): void;
  /** Follows again. */
  release(): void;
}

/** Times closer than by itself. */
const CLOSEST = 6;
const FARTHEST = 0.25;
/** Seconds in which most of the way is made to where it is sent. */
const LAG = 0.12;
const LAG_HOME = 0.3;
/** It can be taken so far from whom it would follow, metres: there is ground everywhere. */
const FAR = 60;

export function createHeldCamera(): HeldCamera {
  const own = createCamera();
  /** Where it is held, and how far that is from where it would be: the way back, when it is let go. */
  let place: { x: number; y: number } | undefined;
  let [awayX, awayY] = [0, 0];
  let [zoom, wanted] = [1, 1];
  let pivot: { x: number; y: number } | undefined;
  const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

  const held: HeldCamera = {
    x: 0,
    y: 0,
    scale: own.scale,
    anchorX: 0,
    anchorY: 0,
    get isAstray() {
      return place !== undefined || wanted !== 1;
    },
    follow(subject, frame, dt, calm) {
      own.follow(subject, frame, dt, calm);
      const { anchorX, anchorY } = own;
      const left = (lag: number) => (calm ? 0 : Math.exp(-dt / lag));
      const before = this.scale;
      zoom = wanted * (zoom / wanted) ** left(LAG);
      this.scale = own.scale * zoom;
      if (place) {
        // What lies under the pivot stays there.
        const nearer = 1 / before - 1 / this.scale;
        place.x += ((pivot?.x ?? anchorX) - anchorX) * nearer;
        place.y += (anchorY - (pivot?.y ?? anchorY)) * nearer;
        place.x = within(place.x, own.x - FAR, own.x + FAR);
        const [low, high] = [-frame.height, 1.6 * frame.height];
        place.y = own.y + within((place.y - own.y) * this.scale, low - anchorY, high - anchorY) / this.scale;
        [awayX, awayY] = [place.x - own.x, place.y - own.y];
      } else {
        awayX *= left(LAG_HOME);
        awayY *= left(LAG_HOME);
      }
      Object.assign(this, { anchorX, anchorY, x: own.x + awayX, y: own.y + awayY });
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
    zoom(times, x, y) {
      const next = within(wanted * times, FARTHEST, CLOSEST);
      // Steps in and out again end where they began, whatever the last digit says.
      wanted = Math.abs(next - 1) < 0.01 ? 1 : next;
      pivot = x === undefined || y === undefined ? undefined : { x, y };
    },
    release() {
      place = undefined;
      wanted = 1;
    },
  };
  return held;
}
