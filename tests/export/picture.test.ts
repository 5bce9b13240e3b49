import { describe, expect, it } from 'vitest';
import { caption, wrapText } from '../../src/export/caption.ts';
import { stagePalette } from '../../src/export/colours.ts';
import { hex } from '../../src/export/hex.ts';
import type { Mark } from '../../src/export/mark.ts';
import { type DrawingContext, paint } from '../../src/export/paint.ts';
import { createPictures } from '../../src/export/picture.ts';
import { poseStrip } from '../../src/export/pose-strip.ts';
import { stripRows } from '../../src/export/pose-strip-rows.ts';
import { svgOf } from '../../src/export/svg.ts';
import { gliding } from '../view/recordings.ts';
import { glider } from './glider.ts';

const palette = stagePalette(false);
const frame = { width: 640, height: 360 };
const picturesOf = (words = '') =>
  createPictures({ recording: glider(4), fell: false, frame, palette, caption: () => caption(words, frame, palette) });

/** x of the first corner of each polygon in a colour, pixels. */
const placesOf = (marks: readonly Mark[], fill: number) =>
  marks.flatMap((mark) => (mark.fill === fill && mark.kind === 'line' ? [mark.points[0]!] : []));

describe('a picture', () => {
  it('keeps the creature in the window, however far it walks', { tags: 'slow' }, () => {
    const draw = picturesOf();
    for (let i = 0; i <= 120; i++) {
      const [x] = placesOf(draw(i / 30, 1 / 30), palette.creature);
      expect(x).toBeGreaterThan(0.1 * frame.width);
      expect(x).toBeLessThan(0.7 * frame.width);
    }
  });

  it('is equal each time it is drawn', () => {
    const [one, two] = [picturesOf(), picturesOf()];
    expect([0, 1, 2].map((time) => one(time, 0.1))).toEqual([0, 1, 2].map((time) => two(time, 0.1)));
  });

  it('is painted on a canvas, each mark once', () => {
    const said: string[] = [];
    const painter = new Proxy({} as Record<string, unknown>, {
      get: (target, key) => target[key as string] ?? (() => void said.push(String(key))),
      set: (target, key, value) => {
        target[key as string] = value;
        return true;
      },
    });
    const marks = picturesOf('Words')(0, 0);
    paint(painter as unknown as DrawingContext, marks);
    const count = (word: string) => said.filter((each) => each === word).length;
    expect(count('fillText')).toBe(marks.filter(({ kind }) => kind === 'words').length);
    expect(count('fill')).toBe(marks.filter(({ kind, fill }) => kind !== 'words' && fill !== undefined).length);
    expect(count('stroke')).toBe(marks.filter(({ stroke }) => stroke !== undefined).length);
  });
});

describe('a caption', () => {
  it('is wrapped between words, and has no line when it is empty', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    expect(caption('', frame, palette)).toEqual([]);
    const long = caption('a long caption that does not fit '.repeat(6), frame, palette);
    expect(long.length).toBeGreaterThan(2);
  });
});

describe('a strip of poses', () => {
  it('has poses at even times, each once, in the row of its position', () => {
    const { step, rows } = stripRows(glider(20), 1200);
    const times = rows.flatMap((row) => row.times);
    expect(times).toHaveLength(Math.floor(20 / step + 1e-9) + 1);
    expect(times.every((time, i) => Math.abs(time - i * step) < 1e-9)).toBe(true);
    for (const { from, to, times: here } of rows) {
      for (const time of here) {
        expect(2 * time).toBeGreaterThan(from);
        expect(2 * time).toBeLessThan(to);
      }
    }
  });

  it('shows the last pose whole, at the end of the episode, though the creature has fallen over', () => {
    const recording = gliding(14, 7.3);
    const { plan, poses, frameCount } = recording;
    const last = 3 * plan.parts.length * (frameCount - 1);
    const [rootX, rootY] = [poses[last]!, poses[last + 1]!];
    // Fallen on its back: a quarter turn about the root, the legs ahead.
    for (let at = last; at < poses.length; at += 3) {
      const [dx, dy] = [poses[at]! - rootX, poses[at + 1]! - rootY];
      poses.set([rootX - dy, rootY + dx, poses[at + 2]! + Math.PI / 2], at);
    }
    expect(stripRows(recording, 1200).rows.at(-1)!.times.at(-1)).toBeCloseTo(7.3, 9);
    const { marks } = poseStrip(recording, 1200, palette, '');
    const xs = marks.flatMap((mark) => (mark.kind === 'line' ? mark.points.filter((_, i) => i % 2 === 0) : []));
    expect(Math.max(...xs)).toBeLessThanOrEqual(1200);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
  });

  it('shows a creature that fell into a gap above the lower edge', () => {
    const recording = glider(2);
    const { plan, poses, frameCount } = recording;
    for (let at = 3 * plan.parts.length * (frameCount - 1); at < poses.length; at += 3) poses[at + 1]! -= 4;
    const { marks, frame: size } = poseStrip(recording, 1200, palette, '');
    const ys = marks.flatMap((mark) => (mark.kind === 'line' ? mark.points.filter((_, i) => i % 2 === 1) : []));
    expect(Math.max(...ys)).toBeLessThanOrEqual(size.height);
  });

  it.each([0.1, 1, 60])('fits the picture when an episode lasts %f s', (seconds) => {
    const { marks, frame: size } = poseStrip(glider(seconds), 1200, palette, 'A strip');
    expect(size.width).toBe(1200);
    const [xs, ys] = [0, 1].map((side) =>
      marks.flatMap((mark) => (mark.kind === 'line' ? mark.points.filter((_, i) => i % 2 === side) : [])),
    );
    expect(Math.min(...xs!)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...xs!)).toBeLessThanOrEqual(1200);
    expect(Math.min(...ys!)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ys!)).toBeLessThanOrEqual(size.height);
  });

  it('is an SVG in the colours of the stage, with an escaped title', () => {
    const { marks, frame: size } = poseStrip(glider(4), 1200, palette, 'Legs & <feet>');
    const svg = svgOf(marks, size, 'Legs & <feet>');
    expect(svg).toContain('<title>Legs &amp; &lt;feet&gt;</title>');
    expect(svg).not.toContain('<feet>');
    expect(svg).not.toMatch(/NaN|undefined/);
    for (const colour of [palette.sky, palette.earth, palette.creature]) expect(svg).toContain(hex(colour));
  });
});
