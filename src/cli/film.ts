import { stagePalette } from '../export/colours.ts';
import { frameTimes, gifRate, sampleTimes, type Timing } from '../export/frame-times.ts';
import { createGif } from '../export/gif.ts';
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
  caption: string;
}

/** Episodes to film, in order. */
export interface Film {
  scenes: readonly Scene[];
  size: PictureSize;
  isDark: boolean;
  timing: Timing;
}

const picturesOf = ({ size: frame, isDark }: Film, scene: Scene) =>
  createPictures({ ...scene, frame, palette: stagePalette(isDark) });

/** Frame times of the film, scene by scene. */
const reelOf = ({ scenes, timing }: Film, fps: number) =>
  scenes.map((scene) => ({ scene, moments: frameTimes(scene.recording, { ...timing, fps }) }));

const lengthOf = (reel: ReturnType<typeof reelOf>) => reel.reduce((sum, { moments }) => sum + moments.length, 0);

/** The marks of each frame of a film. */
function* framesOf(film: Film, fps: number): Generator<Mark[]> {
  const reel = reelOf(film, fps);
  const count = lengthOf(reel);
  let done = 0;
  for (const { scene, moments } of reel) {
    const draw = picturesOf(film, scene);
    for (const time of moments) {
      yield draw(time, 1 / fps);
      tell(++done / count);
    }
  }
}

/** Prints the progress on a terminal. */
function tell(share: number): void {
  if (process.stderr.isTTY) process.stderr.write(share === 1 ? '\r\u001b[2K' : `\r${Math.floor(100 * share)} %`);
}

/** One frame of a scene as a PNG, by default at the middle of the episode. */
export async function still(film: Film, scene: Scene, at?: number): Promise<Uint8Array> {
  const easel = await openCanvas(film.size);
  const moments = frameTimes(scene.recording, film.timing);
  return easel.png(picturesOf(film, scene)(at ?? (moments.at(-1) ?? 0) / 2, 0));
}

export async function gif(film: Film): Promise<Uint8Array> {
  const easel = await openCanvas(film.size);
  const fps = gifRate(film.timing.fps);
  const reel = reelOf(film, fps);
  const samples = reel.flatMap(({ scene, moments }) =>
    sampleTimes(moments).map((time) => easel.pixels(picturesOf(film, scene)(time, 0))),
  );
  const made = createGif(film.size, lengthOf(reel), fps, samples);
  for (const marks of framesOf(film, fps)) made.add(easel.pixels(marks));
  return made.finish();
}

export async function video(film: Film, file: string, kind: 'mp4' | 'webm'): Promise<void> {
  const { fps } = film.timing;
  const [easel, made] = [await openCanvas(film.size), await openVideo(file, kind, film.size, fps)];
  for (const marks of framesOf(film, fps)) await made.add(easel.pixels(marks));
  await made.finish();
}
