import { gifRate, momentsOf, samplesOf, type Timing } from '../../../export/schedule.ts';
import type { Recording } from '../../../sim/recording.ts';
import type { FilmRecorder } from './film-recorder.ts';
import type { VideoKind } from './video.ts';

/** How one who waits is told, and tells that they no longer want it. */
export interface Waiting {
  onShare(share: number): void;
  signal: AbortSignal;
}

/** Longest the page is not to answer, milliseconds. */
const LONGEST = 24;

/** Draws every picture of a film and has each taken; between them the page gets its turns. */
async function roll(
  filmer: FilmRecorder,
  moments: readonly number[],
  fps: number,
  { onShare, signal }: Waiting,
  take: () => Promise<void> | void,
): Promise<void> {
  let then = performance.now();
  filmer.cut();
  for (const [i, time] of moments.entries()) {
    filmer.draw(time, 1 / fps);
    await take();
    if (performance.now() - then > LONGEST) {
      onShare((i + 1) / moments.length);
      await new Promise((resolve) => setTimeout(resolve));
      then = performance.now();
    }
    signal.throwIfAborted();
  }
}

export async function renderVideo(
  kind: VideoKind,
  filmer: FilmRecorder,
  recording: Recording,
  timing: Timing,
  waiting: Waiting,
): Promise<ArrayBuffer> {
  const { openVideo } = await import('./video.ts');
  const video = await openVideo(kind, filmer.canvas, timing.fps);
  try {
    await roll(filmer, momentsOf(recording, timing), timing.fps, waiting, video.add);
    return await video.finish();
  } catch (error) {
    await video.cancel();
    throw error;
  }
}

export async function renderGif(
  filmer: FilmRecorder,
  recording: Recording,
  timing: Timing,
  waiting: Waiting,
): Promise<Uint8Array<ArrayBuffer>> {
  const { openGif } = await import('./gif-file.ts');
  const fps = gifRate(timing.fps);
  const moments = momentsOf(recording, { ...timing, fps });
  const samples = samplesOf(moments).map((time) => {
    filmer.cut();
    filmer.draw(time, 0);
    return filmer.pixels();
  });
  const { canvas } = filmer;
  const gif = openGif({ width: canvas.width, height: canvas.height }, moments.length, fps, samples);
  await roll(filmer, moments, fps, waiting, () => gif.add(filmer.pixels()));
  return gif.finish();
}
