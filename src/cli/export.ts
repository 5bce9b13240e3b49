import { extname } from 'node:path';
import { stagePalette } from '../export/colours.ts';
import { frameCsv, frameJson, frameTable } from '../export/frame-table.ts';
import { gifRate, type Timing } from '../export/frame-times.ts';
import { poseStrip } from '../export/pose-strip.ts';
import { parseSize } from '../export/size.ts';
import { svgOf } from '../export/svg.ts';
import { inProcess } from '../run/evaluator.ts';
import type { Replay } from '../run/replay.ts';
import { type Resimulated, resimulate } from '../run/resimulate.ts';
import { storageTrouble, writeDurably } from './durable.ts';
import { Fault, orFail } from './fault.ts';
import { readPiece } from './files.ts';
import { type Film, gif, type Scene, still, video } from './film.ts';

export interface ExportFlags extends Timing {
  to: string;
  size: string;
  /** Scene number in a film or a race, from 1. */
  scene?: number;
  at?: number;
  caption?: string | true;
  dark?: boolean;
}

/** Export formats, by file extension. */
export const FORMATS = ['mp4', 'webm', 'gif', 'png', 'svg', 'csv', 'json'] as const;

type Format = (typeof FORMATS)[number];

function formatOf(file: string): Format {
  const ending = extname(file).slice(1).toLowerCase();
  const format = FORMATS.find((each) => each === ending);
  if (format === undefined)
    throw new Fault(`--to ${file}: it may end in ${FORMATS.map((each) => `.${each}`).join(', ')}`);
  return format;
}

function write(file: string, content: string | Uint8Array): void {
  try {
    writeDurably(file, content, `${file}.${process.pid}.new`);
  } catch (error) {
    throw new Fault(`${file} cannot be written to: ${storageTrouble(error)}`);
  }
}

/** One-line title of the exported episode. */
const titleOf = ({ body, task, generation, distance }: Resimulated) =>
  `${body}, ${task}, generation ${generation}: ${distance.toFixed(2)} m`;

const doubtOf = ({ isRecorded, difference, differsAt: partsAt }: Resimulated) => {
  const since = partsAt?.test === 0 ? ` from second ${partsAt.second} on` : '';
  return `not the same${since} as when it was made, shown as it ${isRecorded ? 'was recorded' : 'goes now'}: ${difference}`;
};

const MOVING: readonly Format[] = ['gif', 'mp4', 'webm'];

/** The replays to export. Throws a Fault when the choice is ambiguous. */
function chosenOf(source: string, format: Format, { scene }: ExportFlags): Replay[] {
  const { kind, scenes } = readPiece(source);
  const only = scene === undefined ? undefined : scenes[scene - 1];
  if (scene !== undefined && only === undefined) throw new Fault(`--scene ${scene}: ${source} has ${scenes.length}`);
  if (only) return [only];
  const which = `--scene 1 to ${scenes.length} says which`;
  if (kind === 'race') throw new Fault(`${source} is a race, of which one runner at a time can be drawn: ${which}`);
  if (scenes.length > 1 && !MOVING.includes(format))
    throw new Fault(`${source} is a film of ${scenes.length} scenes, and .${format} is of one: ${which}`);
  return scenes;
}

/** Exports the first test of a replay as a film, a picture or a table; the scenes of a film follow each other. */
export async function exportReplay(source: string, flags: ExportFlags): Promise<void> {
  const format = formatOf(flags.to);
  const size = orFail(() => parseSize(flags.size));
  const lived: Resimulated[] = [];
  for (const each of chosenOf(source, format, flags)) lived.push(await resimulate(each, inProcess));
  const scenes = lived.map((relived): Scene => {
    if (!relived.verified) console.error(`gaitlab: ${doubtOf(relived)}`);
    const { recording, evaluation } = relived;
    const caption = flags.caption === true ? titleOf(relived) : (flags.caption ?? '');
    return { recording, fell: evaluation.ending === 'terminated', caption };
  });
  const [first, scene] = [lived[0] as Resimulated, scenes[0] as Scene];
  const [title, { recording }] = [titleOf(first), scene];
  const film: Film = { scenes, size, isDark: flags.dark === true, timing: flags };
  if (format === 'csv') write(flags.to, frameCsv(frameTable(recording)));
  else if (format === 'json') write(flags.to, frameJson(frameTable(recording), { title, ...first.evaluation }));
  else if (format === 'svg') {
    const { marks, frame } = poseStrip(recording, size.width, stagePalette(film.isDark), scene.caption || title);
    write(flags.to, svgOf(marks, frame, title));
  } else if (format === 'png') write(flags.to, await still(film, scene, flags.at));
  else if (format === 'gif') {
    if (gifRate(flags.fps) < flags.fps)
      console.error(
        `gaitlab: a GIF shows ${gifRate(flags.fps)} pictures a second at most; it is made with ${gifRate(flags.fps)}.`,
      );
    write(flags.to, await gif(film));
  } else await video(film, flags.to, format);
  console.log(
    `${flags.to}: ${lived.length > 1 ? `${lived.length} scenes, to ${titleOf(lived.at(-1) as Resimulated)}` : title}`,
  );
}
