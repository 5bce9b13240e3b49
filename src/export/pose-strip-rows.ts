import type { Recording } from '../sim/recording.ts';
import { maxHeightNear } from '../view/max-height-near.ts';
import { extent } from '../view/outline.ts';
import { lengthOf, poseAt, poseBounds } from '../view/pose.ts';
import { TICK_LONG } from '../view/ruler-marks.ts';

/** One row of the strip: a section of the ground with its poses. */
export interface StripRow {
  /** x of the left and right ends, metres. */
  from: number;
  to: number;
  /** Lowest and highest y of the ground (ignoring gaps) and the poses, metres. */
  low: number;
  high: number;
  /** Times of the row's poses, seconds. */
  times: number[];
}

/** Depth drawn below the lowest ground, metres, with space for the ruler's labels. @param scale pixels per metre */
export const depthAt = (scale: number): number => TICK_LONG + 30 / scale;

/** Available time steps between poses, seconds. */
const STEPS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

/** Minimum mean distance between poses, in widths of the creature. */
const SPACING = 0.85;

/** Maximum number of rows, and the creature's longer side as a share of the row's width. */
const MAX_ROWS = 6;
const CREATURE_SHARE = 0.11;
/** Minimum length of a row, in multiples of the creature's longer side. */
const MIN_LENGTH = 4;

/** Times in equal steps from 0, then the end, so that the last pose is always shown. */
function poseTimes(end: number, step: number): number[] {
  const even = Array.from({ length: Math.max(1, Math.round(end / step)) }, (_, i) => i * step);
  return end > 0 ? [...even, end] : [0];
}

/** Arranges an episode in rows of `width` pixels. `step`: seconds between poses; `scale`: pixels per metre. */
export function stripRows(recording: Recording, width: number): { step: number; scale: number; rows: StripRow[] } {
  const { plan, terrain } = recording;
  const size = extent(plan.parts);
  const longSide = Math.max(size.width, size.height);
  const end = lengthOf(recording);
  const rootAt = (time: number) => poseAt(recording, time)[0]!;
  const distance = Math.abs(rootAt(end) - rootAt(0));
  const wanted = distance > 0 ? (SPACING * size.width * end) / distance : end;
  const step = STEPS.find((each) => each >= wanted && end / each <= 120) ?? end;
  const poses = poseTimes(end, step).map((time) => {
    const pose = poseAt(recording, time);
    return { time, x: pose[0]!, ...poseBounds(plan, pose) };
  });
  const xs = poses.map(({ x }) => x);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  // Space at both ends of a row: the farthest that a pose extends from its root, plus a margin.
  const reach = Math.max(...poses.map(({ x, left, right }) => Math.max(x - left, right - x)));
  const room = Math.max(0.7 * size.width, 0.42 * size.height, reach + 0.05 * longSide);
  const covered = last - first + 1e-6;
  const count = Math.max(1, Math.min(MAX_ROWS, Math.ceil(covered / (longSide / CREATURE_SHARE - 2 * room))));
  const span = Math.max(covered / count, MIN_LENGTH * longSide);
  const rows = Array.from({ length: count }, (_, k): StripRow => {
    const from = first + k * span;
    const here = poses.filter(({ x }) => Math.min(count - 1, Math.floor((x - first) / span)) === k);
    const [left, right] = [from - room, from + span + room];
    const grounds: number[] = [];
    for (let x = left; x <= right; x += 0.25) grounds.push(maxHeightNear(terrain, x));
    return {
      from: left,
      to: right,
      low: Math.min(...grounds, ...here.map(({ bottom }) => bottom)),
      high: Math.max(...grounds, ...here.map(({ top }) => top)),
      times: here.map(({ time }) => time),
    };
  });
  return { step, scale: width / (span + 2 * room), rows: rows.filter(({ times }) => times.length > 0) };
}
