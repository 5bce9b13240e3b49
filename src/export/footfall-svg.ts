import type { FootfallRow } from '../sim/gait/footfall-rows.ts';
import { mix, type Palette } from '../view/palette.ts';
import { LETTER_WIDTH, wrapText } from './caption.ts';
import { box, type Mark } from './mark.ts';
import { svgOf } from './svg.ts';

/** Text size, title size, margin, distance of rows and height of a bar, pixels. */
const TEXT_SIZE = 13;
const TITLE_SIZE = 17;
const MARGIN = 16;
const ROW = 20;
const BAR = 13;
/** Least width of the bars, however long the names of the feet are, pixels. */
const LEAST_WIDTH = 100;

/** Steps of the time axis, seconds. */
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
/** Least distance of two ticks, pixels. */
const TICK_DISTANCE = 45;

export interface FootfallSvgOptions {
  /** Section of the episode to draw, seconds. */
  from: number;
  to: number;
  /** Of the picture, pixels; its height depends on the number of feet. */
  width: number;
  palette: Palette;
  /** Printed above the diagram, and read out by screen readers; none for ''. */
  title: string;
}

/**
 * A footfall diagram as a standalone SVG: one row per foot with a bar for each contact, as Hildebrand (1989) draws gaits, over
 * an axis of seconds. Left feet have the colour of the creature, right feet that of ink, feet in the middle one between.
 * @param rows of `footfallRows`; of a body without feet the picture has only title and axis.
 */
export function footfallSvg(rows: readonly FootfallRow[], options: FootfallSvgOptions): string {
  const { from, to, width, palette, title } = options;
  const colours = { left: palette.creature, middle: mix(palette.creature, palette.ink, 0.5), right: palette.ink };
  const marks: Mark[] = [];
  const text = (x: number, y: number, words: string, isCentred = false) =>
    marks.push({ kind: 'words', x, y, text: words, size: TEXT_SIZE, isCentred, fill: palette.ink });

  let y = MARGIN;
  for (const line of wrapText(title, Math.floor((width - 2 * MARGIN) / (LETTER_WIDTH * TITLE_SIZE)))) {
    marks.push({
      kind: 'words',
      x: MARGIN,
      y: y + TITLE_SIZE - 4,
      text: line,
      size: TITLE_SIZE,
      isBold: true,
      fill: palette.ink,
    });
    y += 1.4 * TITLE_SIZE;
  }
  const longest = Math.max(0, ...rows.map(({ name }) => name.length));
  const left = MARGIN + Math.min(longest * LETTER_WIDTH * TEXT_SIZE + 8, width - 2 * MARGIN - LEAST_WIDTH);
  const scale = (width - MARGIN - left) / Math.max(to - from, 1e-9);
  const xAt = (time: number) => left + (time - from) * scale;
  for (const { name, side, spans } of rows) {
    text(MARGIN, y + BAR - 2, name);
    for (const [start, end] of spans) {
      const [a, b] = [Math.max(start, from), Math.min(end, to)];
      if (b > a) marks.push(box(xAt(a), y, (b - a) * scale, BAR, colours[side]));
    }
    y += ROW;
  }
  marks.push({ kind: 'line', points: [left, y, xAt(to), y], isClosed: false, stroke: palette.ink });
  const step = STEPS.find((each) => each * scale >= TICK_DISTANCE) ?? to - from;
  for (let k = Math.ceil(from / step - 1e-9); k * step <= to + 1e-9; k++) {
    const x = xAt(k * step);
    marks.push({ kind: 'line', points: [x, y, x, y + 4], isClosed: false, stroke: palette.ink });
    text(x, y + 6 + TEXT_SIZE, `${(k * step).toFixed(step < 1 ? 1 : 0)} s`, true);
  }
  const frame = { width, height: Math.ceil(y + 6 + TEXT_SIZE + MARGIN) };
  return svgOf([box(0, 0, frame.width, frame.height, palette.sky), ...marks], frame, title);
}
