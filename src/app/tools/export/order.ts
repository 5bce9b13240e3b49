import type { Timing } from '../../../export/schedule.ts';
import { fileStem } from '../../browser/download.ts';

/** What can be made of a life, the films first. */
export const FORMATS = ['mp4', 'webm', 'gif', 'png', 'svg', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** What somebody wants made. */
export interface ExportOrder extends Timing {
  format: Format;
  /** As in 1280x720. */
  size: string;
  /** Written on every picture; empty for nothing. */
  caption: string;
  /** Seconds into the life, for a picture. */
  at: number;
}

export const isFilm = (format: Format): boolean => format === 'mp4' || format === 'webm' || format === 'gif';

/** Whether it has pixels, so that a size means something. */
export const isDrawn = (format: Format): boolean => isFilm(format) || format === 'png';

const MIME: Record<Format, string> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  gif: 'image/gif',
  png: 'image/png',
  svg: 'image/svg+xml',
  csv: 'text/csv',
  json: 'application/json',
};

export const mimeOf = (format: Format): string => MIME[format];

/** The file's name, from the caption of what is shown. */
export const fileName = (caption: string, format: Format): string => `${fileStem(caption, 'gaitlab')}.${format}`;
