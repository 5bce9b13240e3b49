import { signal } from '@preact/signals';
import type { FilmOrder } from './export-film.ts';
import type { ExportOrder } from './order.ts';

/** The values of the form, kept while the tool is closed. `caption`: undefined means the caption on the stage. */
export const exportDraft = signal<
  Omit<ExportOrder, 'at' | 'caption'> & { caption: string | undefined; isCaptioned: boolean }
>({
  format: 'mp4',
  size: '1280x720',
  fps: 30,
  speed: 1,
  caption: undefined,
  isCaptioned: true,
});

/** The values of the film's form. */
export const filmDraft = signal<Pick<FilmOrder, 'format' | 'shape'>>({ format: 'mp4', shape: 'wide' });
