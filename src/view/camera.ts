/** What the camera is told of the one it follows: metres, m/s. */
export interface Subject {
  x: number;
  /** Of the ground under it. */
  groundY: number;
  speed: number;
  /** Standing size. */
  width: number;
  height: number;
}

/** The window, pixels. */
export interface Frame {
  width: number;
  height: number;
}

/** Where the camera is. */
export interface Camera {
  x: number;
  y: number;
  /** Pixels in a metre. */
  scale: number;
  /** The camera's x and y lie here in the window. */
  anchorX: number;
  anchorY: number;
  /** Follows for `dt` seconds. Calm: no running ahead and no swaying, the subject just stays in place. */
  follow(subject: Subject, frame: Frame, dt: number, calm: boolean): void;
  /** Is there at once, as after a cut. */
  cut(subject: Subject, frame: Frame): void;
}

/** Seconds the camera looks ahead, and in which it makes up for most of what it lags. */
const AHEAD = 0.45;
const LAG_X = 0.28;
/** Seconds in which the look ahead changes: slower than a stride, so that no gait makes the picture sway. */
const LAG_LEAD = 0.6;
const LAG_Y = 0.7;
const LAG_SCALE = 0.9;

/** Tall windows give the ground less and the walker more room ahead. */
const portrait = ({ width, height }: Frame) => width < 0.8 * height;

/** So that the creature fills about a third of the height, and has three times its width to walk in. */
export function scaleFor({ width, height }: Pick<Subject, 'width' | 'height'>, frame: Frame): number {
  const size = Math.max(0.6, height, 0.75 * width);
  return Math.min((0.3 * frame.height) / size, frame.width / (3 * Math.max(0.6, width)));
}

export function createCamera(): Camera {
  const approach = (from: number, to: number, dt: number, lag: number) => to + (from - to) * Math.exp(-dt / lag);
  let lead = 0;
  return {
    x: 0,
    y: 0,
    scale: 80,
    anchorX: 0,
    anchorY: 0,
    follow(subject, frame, dt, calm) {
      this.anchorX = frame.width * (portrait(frame) ? 0.4 : 0.42);
      this.anchorY = frame.height * (portrait(frame) ? 0.66 : 0.7);
      lead = calm ? 0 : approach(lead, Math.max(-0.8, Math.min(1.6, AHEAD * subject.speed)), dt, LAG_LEAD);
      this.x = calm ? subject.x : approach(this.x, subject.x + lead, dt, LAG_X);
      this.y = approach(this.y, subject.groundY, dt, LAG_Y);
      this.scale = approach(this.scale, scaleFor(subject, frame), dt, LAG_SCALE);
    },
    cut(subject, frame) {
      this.follow({ ...subject, speed: 0 }, frame, Number.POSITIVE_INFINITY, false);
    },
  };
}
