import { basename, extname } from 'node:path';
import { stagePalette } from '../export/colours.ts';
import { footfallSvg } from '../export/footfall-svg.ts';
import { frameCsv, frameJson, frameTable } from '../export/frame-table.ts';
import { gifRate, wholeEpisode } from '../export/frame-times.ts';
import { filmDefaults } from '../export/learning-film.ts';
import { poseStrip } from '../export/pose-strip.ts';
import { parseSize } from '../export/size.ts';
import { svgOf } from '../export/svg.ts';
import type { Checkpoint } from '../run/checkpoint.ts';
import type { Replay } from '../run/replay.ts';
import { plural } from '../schema/plural.ts';
import { footfallRows } from '../sim/gait/footfall-rows.ts';
import { describeStorageError, writeAtomically } from './atomic-file.ts';
import { colourFrom } from './colour.ts';
import { type ExportedEpisode, simulateScenes, titleOf } from './export-scenes.ts';
import { readBundle } from './files.ts';
import { type Film, gif, still, video } from './film.ts';
import { learningScenes, runAt } from './learning-film.ts';
import { printError, printLine } from './print.ts';
import { asUserError, UserError } from './user-error.ts';

export interface ExportFlags {
  to: string;
  size?: string;
  fps?: number;
  /** Seconds of the episode per second of the film. */
  speed: number;
  /** Scene number in a film or a race, from 1. */
  scene?: number;
  at?: number;
  caption?: string | boolean;
  dark?: boolean;
  /** Of the creature, instead of the replay's own: a name or six hexadecimal digits. */
  colour?: string;
}

/** Export formats, by file extension. */
export const FORMATS = ['mp4', 'webm', 'gif', 'png', 'svg', 'csv', 'json'] as const;

type Format = (typeof FORMATS)[number];

/** An SVG with this name is a footfall diagram; any other is a strip of poses. */
const FOOTFALLS = /(^|\.)footfalls\.svg$/i;

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

/** Writes a table or a drawing of one episode, which need no drawing library. Returns false for other formats. */
function writeText(
  format: Format,
  { episode, scene }: ExportedEpisode,
  { size, isDark }: Film,
  { to, caption }: ExportFlags,
): boolean {
  const { recording, gravity, evaluation } = episode;
  const title = titleOf(episode);
  const heading = typeof caption === 'string' && caption !== '' ? caption : title;
  const palette = stagePalette(isDark);
  if (format === 'csv') write(to, frameCsv(frameTable(recording)));
  else if (format === 'json') write(to, frameJson(frameTable(recording), { title, ...evaluation }));
  else if (format !== 'svg') return false;
  else if (FOOTFALLS.test(basename(to))) {
    const section = { ...wholeEpisode(recording), width: size.width, palette, title: heading };
    write(to, footfallSvg(footfallRows(recording, gravity), section));
  } else {
    const coloured = stagePalette(isDark, scene.colour);
    const { marks, frame } = poseStrip(recording, size.width, coloured, heading);
    write(to, svgOf(marks, frame, title));
  }
  return true;
}

/** Writes a film in a moving format. */
async function writeFilm(format: Format, film: Film, to: string): Promise<void> {
  const { fps } = film.timing;
  if (format !== 'gif') return await video(film, to, format === 'webm' ? 'webm' : 'mp4');
  if (gifRate(fps) < fps)
    printError(`a GIF has at most ${gifRate(fps)} frames per second; this one has ${gifRate(fps)}.`);
  write(to, await gif(film));
}

const chosenColour = ({ colour }: ExportFlags) => (colour === undefined ? undefined : colourFrom(colour));

/** Exports how a run learnt, as a film: its first attempt, champions on the way, and its best. */
async function exportLearning(run: Checkpoint, format: Format, flags: ExportFlags): Promise<void> {
  const { pace, fps, sizes } = filmDefaults(format === 'gif');
  const size = asUserError(() => parseSize(flags.size ?? sizes.wide));
  const isDark = flags.dark === true;
  const look = { size, isDark, caption: flags.caption ?? true, pace, colour: chosenColour(flags) };
  const scenes = await learningScenes(run, look);
  await writeFilm(format, { scenes, size, isDark, timing: { fps: flags.fps ?? fps, speed: flags.speed } }, flags.to);
  printLine(`${flags.to}: how it learnt, in ${plural(scenes.length, 'scene')}`);
}

/**
 * Exports the first test of a replay as a film, a picture or a table. The scenes of a film follow each other; a film of a
 * run shows how it learnt.
 */
export async function exportReplay(source: string, flags: ExportFlags): Promise<void> {
  const format = formatOf(flags.to);
  const run = MOVING.includes(format) && flags.scene === undefined ? runAt(source) : undefined;
  if (run !== undefined) return await exportLearning(run, format, flags);
  const size = asUserError(() => parseSize(flags.size ?? '1280x720'));
  const isDark = flags.dark === true;
  const replays = selectScenes(source, format, flags);
  const look = { size, isDark, caption: flags.caption ?? false, colour: chosenColour(flags) };
  const exported = await simulateScenes(replays, look);
  const first = exported[0]!;
  const timing = { fps: flags.fps ?? 30, speed: flags.speed };
  const film: Film = { scenes: exported.map(({ scene }) => scene), size, isDark, timing };
  if (format === 'png') write(flags.to, await still(film, first.scene, flags.at));
  else if (!writeText(format, first, film, flags)) await writeFilm(format, film, flags.to);
  const last = titleOf(exported.at(-1)!.episode);
  printLine(`${flags.to}: ${exported.length > 1 ? `${exported.length} scenes, up to ${last}` : last}`);
}
