import type { Recording } from '../sim/recording.ts';
import { calmHeight } from '../view/calm-height.ts';
import { extent } from '../view/outline.ts';
import { lengthOf, poseAt } from '../view/pose.ts';
import { LONG } from '../view/ruler-marks.ts';

/** A stretch of ground with the poses that were on it. */
export interface Row {
  /** From and to where, metres. */
  from: number;
  to: number;
  /** Of the ground at its lowest, gaps left out, and of the highest a creature comes. */
  low: number;
  high: number;
  /** Of its poses, seconds. */
  times: number[];
}

/** Earth shown under the lowest ground: as much as the ruler's numbers take at a scale, metres. */
export const depthAt = (scale: number): number => LONG + 30 / scale;

/** Seconds between poses to choose from. */
const STEPS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

/** Poses are so far apart on average, in widths of the creature. */
const APART = 0.85;

/** Rows at most, and how large a creature is to be in them: a share of the width. */
const MOST_ROWS = 6;
const LARGE = 0.11;
/** However little it goes, a row is so long, in sizes of the creature. */
const LEAST = 4;

/** How a life is laid out in rows of so many pixels: seconds between poses, and pixels in a metre. */
export function rowsOf(recording: Recording, width: number): { step: number; scale: number; rows: Row[] } {
  const size = extent(recording.plan.parts);
  const end = lengthOf(recording);
  const rootAt = (time: number) => poseAt(recording, time)[0] as number;
  const gone = Math.abs(rootAt(end) - rootAt(0));
  const wanted = gone > 0 ? (APART * size.width * end) / gone : end;
  const step = STEPS.find((each) => each >= wanted && end / each <= 120) ?? end;
  const times = Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => i * step);
  const xs = times.map(rootAt);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  // Room for half a creature at either end of a row, and a little.
  const room = 0.7 * Math.max(size.width, 0.6 * size.height);
  const way = last - first + 1e-6;
  const usual = Math.max(size.width, size.height) / LARGE - 2 * room;
  const count = Math.max(1, Math.min(MOST_ROWS, Math.ceil(way / usual)));
  const span = Math.max(way / count, LEAST * Math.max(size.width, size.height));
  const scale = width / (span + 2 * room);
  const rows: Row[] = [];
  for (let k = 0; k < count; k++) {
    const from = first + k * span;
    const here = times.filter((_, i) => Math.min(count - 1, Math.floor(((xs[i] as number) - first) / span)) === k);
    if (here.length === 0) continue;
    const [left, right] = [from - room, from + span + room];
    const grounds: number[] = [];
    for (let x = left; x <= right; x += 0.25) grounds.push(calmHeight(recording.terrain, x));
    const tops = here.map((time) => (poseAt(recording, time)[1] as number) + 0.75 * size.height);
    rows.push({
      from: left,
      to: right,
      low: Math.min(...grounds),
      high: Math.max(...tops, ...grounds),
      times: here,
    });
  }
  return { step, scale, rows };
}
