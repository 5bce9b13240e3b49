import type { CaptionAt } from '../export/caption.ts';
import { stagePalette } from '../export/colours.ts';
import { gifRate, sampleTimes, shotTimes, type Timing } from '../export/frame-times.ts';
import { createGif } from '../export/gif.ts';
import type { Shot } from '../export/learning-film.ts';
import type { Mark } from '../export/mark.ts';
import { createPictures } from '../export/picture.ts';
import type { PictureSize } from '../export/size.ts';
import type { Recording } from '../sim/recording.ts';
import { openCanvas } from './canvas.ts';
import { openVideo } from './ffmpeg.ts';

/** One episode of a film. */
export interface Scene {
  recording: Recording;
  fell: boolean;
  /** Of the creature, 0xrrggbb; undefined for the palette's. */
  colour?: number | undefined;
  caption: CaptionAt;
  /** The part of it that is shown. */
  shot: Shot;
}

/** Episodes to film, in order. */
export interface Film {
  scenes: readonly Scene[];
  size: PictureSize;
  isDark: boolean;
  timing: Timing;
}

const drawerOf = ({ size: frame, isDark }: Film, scene: Scene) =>
  createPictures({ ...scene, frame, palette: stagePalette(isDark) });

/** Frame times of the film, scene by scene. */
const scheduleOf = ({ scenes, timing }: Film, fps: number) =>
  scenes.map((scene) => ({ scene, times: shotTimes(scene.shot, { ...timing, fps }) }));

const frameCount = (schedule: ReturnType<typeof scheduleOf>) =>
  schedule.reduce((sum, { times }) => sum + times.length, 0);

/** The marks of each frame of a film. */
function* framesOf(film: Film, fps: number): Generator<Mark[]> {
  const schedule = scheduleOf(film, fps);
  const count = frameCount(schedule);
  let done = 0;
  for (const { scene, times } of schedule) {
    const draw = drawerOf(film, scene);
    for (const time of times) {
      yield draw(time, 1 / fps);
      printProgress(++done / count);
    }
  }
}

/** Prints the progress on a terminal. */
function printProgress(share: number): void {
  if (process.stderr.isTTY) process.stderr.write(share === 1 ? '\r\u001b[2K' : `\r${Math.floor(100 * share)} %`);
}

/** One frame of a scene as a PNG, by default at its middle. */
export async function still(film: Film, scene: Scene, at?: number): Promise<Uint8Array> {
  const canvas = await openCanvas(film.size);
  const { from, to } = scene.shot;
  return canvas.png(drawerOf(film, scene)(at ?? (from + to) / 2, 0));
}

export async function gif(film: Film): Promise<Uint8Array> {
  const canvas = await openCanvas(film.size);
  const fps = gifRate(film.timing.fps);
  const schedule = scheduleOf(film, fps);
  const samples = schedule.flatMap(({ scene, times }) =>
    sampleTimes(times).map((time) => canvas.pixels(drawerOf(film, scene)(time, 0))),
  );
  const writer = createGif(film.size, frameCount(schedule), fps, samples);
  for (const marks of framesOf(film, fps)) writer.add(canvas.pixels(marks));
  return writer.finish();
}

export async function video(film: Film, file: string, kind: 'mp4' | 'webm'): Promise<void> {
  const { fps } = film.timing;
  const [canvas, writer] = [await openCanvas(film.size), await openVideo(file, kind, film.size, fps)];
  for (const marks of framesOf(film, fps)) await writer.add(canvas.pixels(marks));
  await writer.finish();
}
