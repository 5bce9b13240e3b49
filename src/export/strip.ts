import type { Recording } from '../sim/recording.ts';
import { heightAt } from '../sim/terrain.ts';
import type { Frame } from '../view/camera.ts';
import { mix, type Palette } from '../view/palette.ts';
import { lengthOf, poseAt } from '../view/pose.ts';
import { puppetOf } from '../view/puppet.ts';
import { lines } from './caption.ts';
import { figure } from './figure.ts';
import { ruler } from './landscape.ts';
import { area, box, type Mark } from './mark.ts';
import { depthAt, type Row, rowsOf } from './strip-rows.ts';
import { windowOf } from './window.ts';

/** Letters, and space around the whole, pixels. */
const SIZE = 15;
const TITLE = 20;
const MARGIN = 28;

/** Every other pose is paler, so that limbs of neighbours are told apart. */
const FADING = 0.38;

/** The highest place that marks reach, pixels. */
const topOf = (marks: readonly Mark[]) =>
  Math.min(
    ...marks.flatMap((mark) => {
      if (mark.kind === 'line') return mark.points.filter((_, i) => i % 2 === 1);
      return mark.kind === 'ellipse' ? [mark.y - mark.ry] : [];
    }),
  );

/** The ground of a row, no deeper than its band, and what stands on it. */
function band({ terrain }: Recording, { from, to }: Row, bottom: number, palette: Palette) {
  const corners: number[] = [from, heightAt(terrain, from)];
  for (let i = 0; i < terrain.points.length; i += 2) {
    const x = terrain.points[i] as number;
    if (x > from && x < to) corners.push(x, terrain.points[i + 1] as number);
  }
  const line = [...corners, to, heightAt(terrain, to)].map((each, i) => (i % 2 === 0 ? each : Math.max(each, bottom)));
  const blocks = terrain.blocks
    .filter(({ x, width }) => x + width / 2 > from && x - width / 2 < to)
    .map(({ x, y, width: w, height: h }) => {
      const [left, right] = [Math.max(from, x - w / 2), Math.min(to, x + w / 2)];
      return [left, y - h / 2, right, y - h / 2, right, y + h / 2, left, y + h / 2];
    });
  const rocks = (terrain.rocks ?? [])
    .filter((rock) => rock.every(([x]) => x > from && x < to))
    .map((rock) => rock.flat());
  return [
    { points: [...line, to, bottom, from, bottom], colour: palette.earth },
    ...[...blocks, ...rocks].map((points) => ({ points, colour: palette.strata })),
  ];
}

/**
 * A life as one picture, as in papers on how animals move: its poses at even times, where they were along the ground, row
 * under row, with a ruler. As wide as the frame, as high as it takes.
 */
export function strip(
  recording: Recording,
  width: number,
  palette: Palette,
  title: string,
): { marks: Mark[]; frame: Frame } {
  const { plan, terrain } = recording;
  const { step, scale, rows } = rowsOf(recording, width - 2 * MARGIN);
  const puppet = puppetOf(plan, palette);
  const depth = depthAt(scale);
  const marks: Mark[] = [];
  let y = MARGIN;
  for (const line of lines(title, Math.floor((width - 2 * MARGIN) / (0.52 * TITLE)))) {
    y += TITLE;
    marks.push({ kind: 'words', x: MARGIN, y, text: line, size: TITLE, isBold: true, fill: palette.ink });
    y += 0.4 * TITLE;
  }
  const about = `A pose every ${step} s of ${lengthOf(recording).toFixed(1)} s; distance in metres.`;
  y += SIZE;
  marks.push({ kind: 'words', x: MARGIN, y, text: about, size: SIZE, fill: mix(palette.ink, palette.sky, 0.25) });
  for (const row of rows) {
    y += 2.2 * SIZE;
    const window = windowOf({ x: row.from, y: row.high, scale, anchorX: MARGIN, anchorY: y });
    for (const { points, colour } of band(recording, row, row.low - depth, palette))
      marks.push(area(window.points(points), colour));
    marks.push(...ruler(terrain, window, row.from, row.to, palette.ruler));
    for (const [k, time] of row.times.entries()) {
      const pose = poseAt(recording, time);
      const drawn = figure(plan, puppet, pose, window, { palette, fading: k % 2 === 0 ? 0 : FADING });
      marks.push(...drawn);
      const at = { x: window.x(pose[0] as number), y: topOf(drawn) - 0.6 * SIZE };
      const text = time.toFixed(step < 1 ? (step < 0.1 ? 2 : 1) : 0);
      marks.push({ kind: 'words', ...at, text, size: 12, isCentred: true, fill: palette.ink, alpha: 0.75 });
    }
    y += (row.high - row.low + depth) * scale;
  }
  const frame = { width, height: Math.ceil(y + MARGIN) };
  return { marks: [box(0, 0, frame.width, frame.height, palette.sky), ...marks], frame };
}
