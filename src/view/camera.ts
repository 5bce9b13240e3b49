/** The creature that the camera follows: metres, m/s. */
export interface Subject {
  x: number;
  /** Height of the ground below it. */
  groundY: number;
  speed: number;
  /** Size when standing. */
  width: number;
  height: number;
}

/** Size of the window, pixels. */
export interface Frame {
  width: number;
  height: number;
  /** y from which on controls cover the window, pixels; by default its height. */
  floor?: number;
}

/** Position and zoom of the camera, in metres of the world. */
export interface Camera {
  x: number;
  y: number;
  /** Pixels per metre. */
  scale: number;
  /** Pixel of the window at which the camera's x and y appear. */
  anchorX: number;
  anchorY: number;
  /** Follows the subject for `dt` seconds. `calm`: no look-ahead and no smoothing in x, the subject stays in place. */
  follow(subject: Subject, frame: Frame, dt: number, calm: boolean): void;
  /** Jumps to the subject. */
  cut(subject: Subject, frame: Frame): void;
}

/** Seconds of motion that the camera looks ahead. */
const LOOK_AHEAD = 0.45;
/** How far a subject reaches behind its middle, as a share of its width when it stands: legs drag behind, and falls stretch. */
const BEHIND = 0.9;
/** Time constants of the smoothing, seconds. */
const LAG_X = 0.28;
/** Slower than a stride, so that no gait makes the picture sway. */
const LAG_LEAD = 0.6;
const LAG_Y = 0.7;
const LAG_SCALE = 0.9;

/** Ground that is seen under the feet at least, pixels; in a small picture this share of its height. */
const GROUND_SEEN = 44;
const GROUND_SHARE = 0.3;

/** Portrait windows show less ground, and more room ahead of the walker. */
const portrait = ({ width, height }: Frame) => width < 0.8 * height;

/** Scale at which the creature fills at most a third of the window's height and of its width. */
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
      const { height, floor = height } = frame;
      const ground = Math.min(GROUND_SEEN, GROUND_SHARE * height);
      this.anchorY = Math.min(height * (portrait(frame) ? 0.66 : 0.7), floor - ground);
      // All of the subject stays in the window, also in a narrow one.
      const room = Math.max(0, this.anchorX / scaleFor(subject, frame) - BEHIND * subject.width);
      const ahead = Math.max(-0.8, Math.min(1.6, room, LOOK_AHEAD * subject.speed));
      lead = calm ? 0 : approach(lead, ahead, dt, LAG_LEAD);
      this.x = calm ? subject.x : approach(this.x, subject.x + lead, dt, LAG_X);
      this.y = approach(this.y, subject.groundY, dt, LAG_Y);
      this.scale = approach(this.scale, scaleFor(subject, frame), dt, LAG_SCALE);
    },
    cut(subject, frame) {
      this.follow({ ...subject, speed: 0 }, frame, Number.POSITIVE_INFINITY, false);
    },
  };
}
