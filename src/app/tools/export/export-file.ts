import { stagePalette } from '../../../export/colours.ts';
import { frameCsv, frameJson, frameTable } from '../../../export/frame-table.ts';
import { poseStrip } from '../../../export/pose-strip.ts';
import { parseSize } from '../../../export/size.ts';
import { svgOf } from '../../../export/svg.ts';
import type { Clip } from '../../../view/playback.ts';
import type { Extras } from '../../../view/scene.ts';
import { createFilmRecorder, type FilmRecorder } from './film-recorder.ts';
import { type ExportOrder, mimeOf } from './order.ts';
import { type RenderJob, renderGif, renderVideo } from './render-frames.ts';

/** The clip to export, and how the stage shows it. */
export interface ExportSubject {
  clip: Clip;
  extras: Extras;
  isDark: boolean;
  renderer: 'webgl' | 'canvas' | undefined;
}

/** Width of a strip of poses, pixels. */
const STRIP_WIDTH = 1400;

async function renderPng(recorder: FilmRecorder, at: number): Promise<Blob> {
  recorder.draw(at, 0);
  const blob = await new Promise<Blob | null>((resolve) => recorder.canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the picture is too large for this browser');
  return blob;
}

async function renderFile(order: ExportOrder, subject: ExportSubject, job: RenderJob): Promise<BlobPart> {
  const { clip, isDark } = subject;
  const palette = stagePalette(isDark);
  const recorder = await createFilmRecorder({
    ...subject,
    size: parseSize(order.size),
    palette,
    caption: order.caption,
  });
  try {
    if (order.format === 'png') return await renderPng(recorder, order.at);
    if (order.format === 'gif') return await renderGif(recorder, clip.recording, order, job);
    return await renderVideo(order.format === 'webm' ? 'webm' : 'mp4', recorder, clip.recording, order, job);
  } finally {
    recorder.destroy();
  }
}

function writeText({ format, caption }: ExportOrder, { clip, isDark }: ExportSubject): string | undefined {
  const { recording, words, generation, distance, fell } = clip;
  if (format === 'csv') return frameCsv(frameTable(recording));
  if (format === 'json') return frameJson(frameTable(recording), { title: words, generation, distance, fell });
  if (format !== 'svg') return undefined;
  const { marks, frame } = poseStrip(recording, STRIP_WIDTH, stagePalette(isDark), caption);
  return svgOf(marks, frame, words);
}

/** Makes the file. Rejects when it is cancelled, or with an Error that says what is wrong. */
export async function makeFile(order: ExportOrder, subject: ExportSubject, job: RenderJob): Promise<Blob> {
  const part = writeText(order, subject) ?? (await renderFile(order, subject, job));
  return new Blob([part], { type: mimeOf(order.format) });
}
