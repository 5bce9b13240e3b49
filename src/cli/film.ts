import { coloursOf } from '../export/colours.ts';
import { createGif } from '../export/gif.ts';
import { createPictures } from '../export/picture.ts';
import { gifRate, momentsOf, samplesOf, type Timing } from '../export/schedule.ts';
import type { PictureSize } from '../export/size.ts';
import type { Recording } from '../sim/recording.ts';
import { openEasel } from './canvas.ts';
import { openVideo } from './ffmpeg.ts';

/** A life to be filmed. */
export interface Film {
  recording: Recording;
  fell: boolean;
  size: PictureSize;
  caption: string;
  isDark: boolean;
  timing: Timing;
}

const picturesOf = ({ size: frame, isDark, ...rest }: Film) =>
  createPictures({ ...rest, frame, palette: coloursOf(isDark) });

/** Tells on a terminal how far it has come. */
function tell(share: number): void {
  if (process.stderr.isTTY) process.stderr.write(share === 1 ? '\r\u001b[2K' : `\r${Math.floor(100 * share)} %`);
}

/** One moment as a PNG, by default the middle of the life. */
export async function still(film: Film, at?: number): Promise<Uint8Array> {
  const easel = await openEasel(film.size);
  const moments = momentsOf(film.recording, film.timing);
  return easel.png(picturesOf(film)(at ?? (moments.at(-1) ?? 0) / 2, 0));
}

export async function gif(film: Film): Promise<Uint8Array> {
  const easel = await openEasel(film.size);
  const fps = gifRate(film.timing.fps);
  const moments = momentsOf(film.recording, { ...film.timing, fps });
  const samples = samplesOf(moments).map((time) => easel.pixels(picturesOf(film)(time, 0)));
  const made = createGif(film.size, moments.length, fps, samples);
  const draw = picturesOf(film);
  for (const [i, time] of moments.entries()) {
    made.add(easel.pixels(draw(time, 1 / fps)));
    tell((i + 1) / moments.length);
  }
  return made.finish();
}

export async function video(film: Film, file: string, kind: 'mp4' | 'webm'): Promise<void> {
  const { fps } = film.timing;
  const [easel, made] = [await openEasel(film.size), await openVideo(file, kind, film.size, fps)];
  const draw = picturesOf(film);
  const moments = momentsOf(film.recording, film.timing);
  for (const [i, time] of moments.entries()) {
    await made.add(easel.pixels(draw(time, 1 / fps)));
    tell((i + 1) / moments.length);
  }
  await made.finish();
}
