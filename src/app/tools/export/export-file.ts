import { coloursOf } from '../../../export/colours.ts';
import { sizeFrom } from '../../../export/size.ts';
import { strip } from '../../../export/strip.ts';
import { svgOf } from '../../../export/svg.ts';
import { csvOf, jsonOf, tableOf } from '../../../export/table.ts';
import type { Act } from '../../../view/playback.ts';
import type { Extras } from '../../../view/scene.ts';
import { createFilmRecorder, type FilmRecorder } from './film-recorder.ts';
import { type ExportOrder, mimeOf } from './order.ts';
import { renderGif, renderVideo, type Waiting } from './render-frames.ts';

/** Of whom something is made, and how it looks on the stage. */
export interface ExportSubject {
  act: Act;
  extras: Extras;
  isDark: boolean;
  renderer: 'webgl' | 'canvas' | undefined;
}

/** As wide as a strip of poses is. */
const STRIP = 1400;

async function still(filmer: FilmRecorder, at: number): Promise<Blob> {
  filmer.draw(at, 0);
  const blob = await new Promise<Blob | null>((resolve) => filmer.canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the picture is too large for this browser');
  return blob;
}

async function drawn(order: ExportOrder, sitter: ExportSubject, waiting: Waiting): Promise<BlobPart> {
  const { act, isDark } = sitter;
  const palette = coloursOf(isDark);
  const filmer = await createFilmRecorder({ ...sitter, size: sizeFrom(order.size), palette, caption: order.caption });
  try {
    if (order.format === 'png') return await still(filmer, order.at);
    if (order.format === 'gif') return await renderGif(filmer, act.recording, order, waiting);
    return await renderVideo(order.format === 'webm' ? 'webm' : 'mp4', filmer, act.recording, order, waiting);
  } finally {
    filmer.destroy();
  }
}

function written({ format, caption }: ExportOrder, { act, isDark }: ExportSubject): string | undefined {
  const { recording, words, generation, distance, fell } = act;
  if (format === 'csv') return csvOf(tableOf(recording));
  if (format === 'json') return jsonOf(tableOf(recording), { title: words, generation, distance, fell });
  if (format !== 'svg') return undefined;
  const { marks, frame } = strip(recording, STRIP, coloursOf(isDark), caption);
  return svgOf(marks, frame, words);
}

/** Makes what was ordered. Rejects when the waiting is over, or with an Error that says what is wrong. */
export async function makeFile(order: ExportOrder, sitter: ExportSubject, waiting: Waiting): Promise<Blob> {
  const part = written(order, sitter) ?? (await drawn(order, sitter, waiting));
  return new Blob([part], { type: mimeOf(order.format) });
}
