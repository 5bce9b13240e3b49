import { frameTimes, gifRate, sampleTimes, type Timing } from '../../../export/frame-times.ts';
import type { Recording } from '../../../sim/recording.ts';
import type { FilmRecorder } from './film-recorder.ts';
import type { VideoKind } from './video.ts';

/** Progress callback and cancellation of an export. */
export interface RenderJob {
  onProgress(share: number): void;
  signal: AbortSignal;
}

/** Longest time that the page may be blocked, milliseconds. */
const MAX_BLOCKED = 24;

/** Draws the pictures of a film and calls `take` for each; yields to the page in between. */
async function renderAll(
  recorder: FilmRecorder,
  times: readonly number[],
  fps: number,
  { onProgress, signal }: RenderJob,
  take: () => Promise<void> | void,
): Promise<void> {
  let then = performance.now();
  recorder.cut();
  for (const [i, time] of times.entries()) {
    recorder.draw(time, 1 / fps);
    await take();
    if (performance.now() - then > MAX_BLOCKED) {
      onProgress((i + 1) / times.length);
      await new Promise((resolve) => setTimeout(resolve));
      then = performance.now();
    }
    signal.throwIfAborted();
  }
}

export async function renderVideo(
  kind: VideoKind,
  recorder: FilmRecorder,
  recording: Recording,
  timing: Timing,
  job: RenderJob,
): Promise<ArrayBuffer> {
  const { openVideo } = await import('./video.ts');
  const video = await openVideo(kind, recorder.canvas, timing.fps);
  try {
    await renderAll(recorder, frameTimes(recording, timing), timing.fps, job, video.add);
    return await video.finish();
  } catch (error) {
    await video.cancel();
    throw error;
  }
}

export async function renderGif(
  recorder: FilmRecorder,
  recording: Recording,
  timing: Timing,
  job: RenderJob,
): Promise<Uint8Array<ArrayBuffer>> {
  const { openGif } = await import('./gif-file.ts');
  const fps = gifRate(timing.fps);
  const times = frameTimes(recording, { ...timing, fps });
  const samples = sampleTimes(times).map((time) => {
    recorder.cut();
    recorder.draw(time, 0);
    return recorder.pixels();
  });
  const { canvas } = recorder;
  const gif = openGif({ width: canvas.width, height: canvas.height }, times.length, fps, samples);
  await renderAll(recorder, times, fps, job, () => gif.add(recorder.pixels()));
  return gif.finish();
}
