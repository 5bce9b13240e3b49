import type { Timing } from '../../../export/schedule.ts';

/** What can be made of a life, the films first. */
export const FORMATS = ['mp4', 'webm', 'gif', 'png', 'svg', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** What somebody wants made. */
export interface Order extends Timing {
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

/** A name for the file: letters of what is shown, joined by dashes. */
export function fileName(words: string, format: Format): string {
  const plain = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${plain.slice(0, 60).replace(/-$/, '') || 'gaitlab'}.${format}`;
}
