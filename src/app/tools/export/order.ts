import type { Timing } from '../../../export/frame-times.ts';
import { fileStem } from '../../browser/download.ts';

/** Export formats, the films first. */
export const FORMATS = ['mp4', 'webm', 'gif', 'png', 'svg', 'footfalls', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** The parameters of an export. */
export interface ExportOrder extends Timing {
  format: Format;
  /** In pixels, as `1280x720`. */
  size: string;
  /** Text on every picture; empty for none. */
  caption: string;
  /** Seconds into the episode, for a picture. */
  at: number;
}

export const isFilm = (format: Format): boolean => format === 'mp4' || format === 'webm' || format === 'gif';

/** Whether a format has pixels and so a size. */
export const isDrawn = (format: Format): boolean => isFilm(format) || format === 'png';

const MIME: Record<Format, string> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  gif: 'image/gif',
  png: 'image/png',
  svg: 'image/svg+xml',
  footfalls: 'image/svg+xml',
  csv: 'text/csv',
  json: 'application/json',
};

export const mimeOf = (format: Format): string => MIME[format];

/** The file's name, from a caption. */
export const exportFileName = (caption: string, format: Format): string =>
  `${fileStem(caption, 'gaitlab')}.${format === 'footfalls' ? 'footfalls.svg' : format}`;
