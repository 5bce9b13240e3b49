import { signal } from '@preact/signals';
import type { ExportOrder } from './order.ts';

/** The form as it was last left. `caption` is undefined while nobody wrote one: it is what the stage says then. */
export const draft = signal<
  Omit<ExportOrder, 'at' | 'caption'> & { caption: string | undefined; isCaptioned: boolean }
>({
  format: 'mp4',
  size: '1280x720',
  fps: 30,
  speed: 1,
  caption: undefined,
  isCaptioned: true,
});
