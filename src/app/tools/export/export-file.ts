import { caption } from '../../../export/caption.ts';
import { stagePalette } from '../../../export/colours.ts';
import { footfallSvg } from '../../../export/footfall-svg.ts';
import { frameCsv, frameJson, frameTable } from '../../../export/frame-table.ts';
import { frameTimes, gifRate } from '../../../export/frame-times.ts';
import { poseStrip } from '../../../export/pose-strip.ts';
import { parseSize } from '../../../export/size.ts';
import { svgOf } from '../../../export/svg.ts';
import { footfallRows } from '../../../sim/gait/footfall-rows.ts';
import type { Gait } from '../../../sim/gait/gait.ts';
import { gaitOfRecording } from '../../../sim/gait/recorded.ts';
import type { Clip } from '../../../view/playback.ts';
import { lengthOf } from '../../../view/pose.ts';
import type { Extras } from '../../../view/scene.ts';
import { createFilmRecorder, type FilmRecorder, type FilmScene } from './film-recorder.ts';
import { type ExportOrder, mimeOf } from './order.ts';
import { type RenderJob, renderGif, renderVideo } from './render-frames.ts';

/** The clip to export, and how the stage shows it. */
export interface ExportSubject {
  clip: Clip;
  extras: Extras;
  isDark: boolean;
  /** m/s². */
  gravity: number;
  renderer: 'webgl' | 'canvas' | undefined;
}

/** Width of a strip of poses and of a footfall diagram, pixels. */
const STRIP_WIDTH = 1400;
const DIAGRAM_WIDTH = 1000;

async function renderPng(recorder: FilmRecorder, scene: FilmScene, at: number): Promise<Blob> {
  recorder.begin(scene);
  recorder.draw(at, 0);
  const blob = await new Promise<Blob | null>((resolve) => recorder.canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the picture is too large for this browser');
  return blob;
}

async function renderFile(order: ExportOrder, subject: ExportSubject, job: RenderJob): Promise<BlobPart> {
  const { clip, isDark } = subject;
  const palette = stagePalette(isDark);
  const size = parseSize(order.size);
  const fps = order.format === 'gif' ? gifRate(order.fps) : order.fps;
  const times = frameTimes(clip.recording, { speed: order.speed, fps });
  const marks = caption(order.caption, size, palette);
  const scene = { clip, times, caption: () => marks };
  const film = { scenes: [scene], fps };
  const recorder = await createFilmRecorder({ ...subject, size, palette });
  try {
    if (order.format === 'png') return await renderPng(recorder, scene, order.at);
    if (order.format === 'gif') return await renderGif(recorder, film, job);
    return await renderVideo(order.format === 'webm' ? 'webm' : 'mp4', recorder, film, job);
  } finally {
    recorder.destroy();
  }
}

/** The measures of a recorded gait; recordings keep no torques, so there is no cost of transport. */
function gaitOf({ clip: { recording, fell }, gravity }: ExportSubject): Omit<Gait, 'costOfTransport'> {
  const { costOfTransport: _, ...gait } = gaitOfRecording(recording, gravity, fell);
  return gait;
}

function writeText({ format, caption }: ExportOrder, subject: ExportSubject): string | undefined {
  const { recording, words, generation, distance, fell } = subject.clip;
  const palette = stagePalette(subject.isDark);
  if (format === 'csv') return frameCsv(frameTable(recording));
  if (format === 'json') {
    const summary = { title: words, generation, distance, fell, gait: gaitOf(subject) };
    return frameJson(frameTable(recording), summary);
  }
  if (format === 'footfalls') {
    const section = { from: 0, to: lengthOf(recording), width: DIAGRAM_WIDTH };
    return footfallSvg(footfallRows(recording, subject.gravity), { ...section, palette, title: caption });
  }
  if (format !== 'svg') return undefined;
  const { marks, frame } = poseStrip(recording, STRIP_WIDTH, palette, caption);
  return svgOf(marks, frame, words);
}

/** Makes the file. Rejects when it is cancelled, or with an Error that says what is wrong. */
export async function makeFile(order: ExportOrder, subject: ExportSubject, job: RenderJob): Promise<Blob> {
  const part = writeText(order, subject) ?? (await renderFile(order, subject, job));
  return new Blob([part], { type: mimeOf(order.format) });
}
