import type { Recording } from '../sim/recording.ts';
import { heightAt } from '../sim/terrain.ts';
import type { Frame } from '../view/camera.ts';
import { creatureShapes } from '../view/creature-shapes.ts';
import { muscleEffortAt } from '../view/drive.ts';
import { mix, type Palette } from '../view/palette.ts';
import { lengthOf, poseAt } from '../view/pose.ts';
import { LETTER_WIDTH, wrapText } from './caption.ts';
import { creatureMarks } from './creature-marks.ts';
import { ruler } from './landscape.ts';
import { area, box, type Mark } from './mark.ts';
import { depthAt, type StripRow, stripRows } from './pose-strip-rows.ts';
import { viewportOf } from './viewport.ts';

/** Text size, title size and margin, pixels. */
const TEXT_SIZE = 15;
const TITLE_SIZE = 20;
const MARGIN = 28;

/** Every second pose is paler by this share, so that the limbs of neighbouring poses can be distinguished. */
const FADING = 0.38;

/** The smallest y of the marks, pixels. */
const topOf = (marks: readonly Mark[]) =>
  Math.min(
    ...marks.flatMap((mark) => {
      if (mark.kind === 'line') return mark.points.filter((_, i) => i % 2 === 1);
      return mark.kind === 'ellipse' ? [mark.y - mark.ry] : [];
    }),
  );

/** Polygons of a row: the ground down to `bottom` (metres), blocks and rocks. */
function band({ terrain }: Recording, { from, to }: StripRow, bottom: number, palette: Palette) {
  const corners: number[] = [from, heightAt(terrain, from)];
  for (let i = 0; i < terrain.points.length; i += 2) {
    const x = terrain.points[i]!;
    if (x > from && x < to) corners.push(x, terrain.points[i + 1]!);
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
 * An episode as one picture: the poses at equal time steps and at the end, each at its position on the ground, in rows with
 * a ruler. The picture is `width` pixels wide and as high as needed.
 */
export function poseStrip(
  recording: Recording,
  width: number,
  palette: Palette,
  title: string,
): { marks: Mark[]; frame: Frame } {
  const { plan, terrain } = recording;
  const { step, scale, rows } = stripRows(recording, width - 2 * MARGIN);
  const shapes = creatureShapes(plan, palette);
  const depth = depthAt(scale);
  const marks: Mark[] = [];
  let y = MARGIN;
  for (const line of wrapText(title, Math.floor((width - 2 * MARGIN) / (LETTER_WIDTH * TITLE_SIZE)))) {
    y += TITLE_SIZE;
    marks.push({ kind: 'words', x: MARGIN, y, text: line, size: TITLE_SIZE, isBold: true, fill: palette.ink });
    y += 0.4 * TITLE_SIZE;
  }
  const about = `A pose every ${step} s of ${lengthOf(recording).toFixed(1)} s; distance in metres.`;
  y += TEXT_SIZE;
  marks.push({ kind: 'words', x: MARGIN, y, text: about, size: TEXT_SIZE, fill: mix(palette.ink, palette.sky, 0.25) });
  for (const row of rows) {
    y += 2.2 * TEXT_SIZE;
    const viewport = viewportOf({ x: row.from, y: row.high, scale, anchorX: MARGIN, anchorY: y });
    for (const { points, colour } of band(recording, row, row.low - depth, palette))
      marks.push(area(viewport.points(points), colour));
    marks.push(...ruler(terrain, viewport, row.from, row.to, palette.ruler));
    for (const [k, time] of row.times.entries()) {
      const pose = poseAt(recording, time);
      const drawn = creatureMarks(plan, shapes, pose, viewport, {
        palette,
        fading: k % 2 === 0 ? 0 : FADING,
        effortOf: (m) => muscleEffortAt(recording, m, time),
      });
      marks.push(...drawn);
      const at = { x: viewport.x(pose[0]!), y: topOf(drawn) - 0.6 * TEXT_SIZE };
      const text = time.toFixed(step < 1 ? (step < 0.1 ? 2 : 1) : 0);
      marks.push({ kind: 'words', ...at, text, size: 12, isCentred: true, fill: palette.ink, alpha: 0.75 });
    }
    y += (row.high - row.low + depth) * scale;
  }
  const frame = { width, height: Math.ceil(y + MARGIN) };
  return { marks: [box(0, 0, frame.width, frame.height, palette.sky), ...marks], frame };
}
