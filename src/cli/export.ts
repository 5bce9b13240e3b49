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
import { plural } from '../schema/plural.ts';
import { describeStorageError, writeAtomically } from './atomic-file.ts';
import { readBundle } from './files.ts';
import { type Film, gif, type Scene, still, video } from './film.ts';
import { withChosenPhysics } from './physics.ts';
import { printError, printLine } from './print.ts';
import { asUserError, UserError } from './user-error.ts';

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
    throw new UserError(`--to ${file}: it must end in ${FORMATS.map((each) => `.${each}`).join(', ')}`);
  return format;
}

function write(file: string, content: string | Uint8Array): void {
  try {
    writeAtomically(file, content, `${file}.${process.pid}.new`);
  } catch (error) {
    throw new UserError(`${file} cannot be written to: ${describeStorageError(error)}`);
  }
}

/** One-line title of the exported episode. */
const titleOf = ({ body, task, generation, distance }: Resimulated) =>
  `${body}, ${task}, generation ${generation}: ${distance.toFixed(2)} m`;

/** Says that the replay no longer gives the same result, and which one is exported. */
const differenceText = ({ isRecorded, difference, differsAt }: Resimulated) => {
  const since = differsAt?.test === 0 ? ` from second ${differsAt.second} on` : '';
  const shown = isRecorded ? 'its recording' : 'the new result';
  return `the result differs${since} from the one in the file, ${shown} is exported: ${difference}`;
};

const MOVING: readonly Format[] = ['gif', 'mp4', 'webm'];

/** The replays to export. Throws a UserError when the choice is ambiguous. */
function selectScenes(source: string, format: Format, { scene }: ExportFlags): Replay[] {
  const { kind, scenes } = readBundle(source);
  const only = scene === undefined ? undefined : scenes[scene - 1];
  if (scene !== undefined && only === undefined)
    throw new UserError(`--scene ${scene}: ${source} has ${plural(scenes.length, 'scene')}`);
  if (only) return [only];
  const choice = `choose one by --scene 1 to ${scenes.length}`;
  if (kind === 'race')
    throw new UserError(`${source} is a race, and only one runner can be exported at a time: ${choice}`);
  if (scenes.length > 1 && !MOVING.includes(format))
    throw new UserError(`${source} is a film of ${scenes.length} scenes, and .${format} shows one: ${choice}`);
  return scenes;
}

/** Exports the first test of a replay as a film, a picture or a table; the scenes of a film follow each other. */
export async function exportReplay(source: string, flags: ExportFlags): Promise<void> {
  const format = formatOf(flags.to);
  const size = asUserError(() => parseSize(flags.size));
  const episodes: Resimulated[] = [];
  for (const each of selectScenes(source, format, flags))
    episodes.push(await resimulate(each, withChosenPhysics(inProcess)));
  const scenes = episodes.map((episode): Scene => {
    if (!episode.verified) printError(differenceText(episode));
    const { recording, evaluation } = episode;
    const caption = flags.caption === true ? titleOf(episode) : (flags.caption ?? '');
    return { recording, fell: evaluation.ending === 'terminated', caption };
  });
  const [first, scene] = [episodes[0]!, scenes[0]!];
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
      printError(`a GIF has at most ${gifRate(flags.fps)} frames per second; this one has ${gifRate(flags.fps)}.`);
    write(flags.to, await gif(film));
  } else await video(film, flags.to, format);
  const content = episodes.length > 1 ? `${episodes.length} scenes, up to ${titleOf(episodes.at(-1)!)}` : title;
  printLine(`${flags.to}: ${content}`);
}
