import { gifRate, sampleTimes } from '../../../export/frame-times.ts';
import type { FilmRecorder, FilmScene } from './film-recorder.ts';
import type { VideoKind } from './video.ts';

/** Progress callback and cancellation of an export. */
export interface RenderJob {
  /** Share of the work that is done, 0 to 1. */
  onProgress(share: number): void;
  signal: AbortSignal;
}

/** Scenes that follow each other, at `fps` frames per second. */
export interface Film {
  scenes: readonly FilmScene[];
  fps: number;
}

/** Longest time that the page may be blocked, milliseconds. */
const MAX_BLOCKED = 24;

const frameCount = ({ scenes }: Film) => scenes.reduce((sum, { times }) => sum + times.length, 0);

/** Draws the pictures of a film and calls `take` for each; yields to the page in between. */
async function renderAll(
  recorder: FilmRecorder,
  film: Film,
  { onProgress, signal }: RenderJob,
  take: () => Promise<void> | void,
): Promise<void> {
  const count = frameCount(film);
  let then = performance.now();
  let done = 0;
  for (const scene of film.scenes) {
    recorder.begin(scene);
    for (const time of scene.times) {
      recorder.draw(time, 1 / film.fps);
      await take();
      done++;
      if (performance.now() - then > MAX_BLOCKED) {
        onProgress(done / count);
        await new Promise((resolve) => setTimeout(resolve));
        then = performance.now();
      }
      signal.throwIfAborted();
    }
  }
}

export async function renderVideo(
  kind: VideoKind,
  recorder: FilmRecorder,
  film: Film,
  job: RenderJob,
): Promise<ArrayBuffer> {
  const { openVideo } = await import('./video.ts');
  const video = await openVideo(kind, recorder.canvas, film.fps);
  try {
    await renderAll(recorder, film, job, video.add);
    return await video.finish();
  } catch (error) {
    await video.cancel();
    throw error;
  }
}

/** @param film at a frame rate that a GIF can have (`gifRate`) */
export async function renderGif(recorder: FilmRecorder, film: Film, job: RenderJob): Promise<Uint8Array<ArrayBuffer>> {
  const { openGif } = await import('./gif-file.ts');
  const samples = film.scenes.flatMap((scene) =>
    sampleTimes(scene.times).map((time) => {
      recorder.begin(scene);
      recorder.draw(time, 0);
      return recorder.pixels();
    }),
  );
  const { canvas } = recorder;
  const gif = openGif({ width: canvas.width, height: canvas.height }, frameCount(film), gifRate(film.fps), samples);
  await renderAll(recorder, film, job, () => gif.add(recorder.pixels()));
  return gif.finish();
}
