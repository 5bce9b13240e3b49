import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { sizeText } from '../../amounts.ts';
import { download } from '../../browser/download.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { type ExportSubject, makeFile } from './export-file.ts';
import { type ExportOrder, exportFileName } from './order.ts';
import { words } from './words.ts';

/** State of the export, which continues while the tool is closed. */
export interface ExportState {
  /** Progress, 0 to 1; undefined while nothing is exported. */
  readonly share: ReadonlySignal<number | undefined>;
  /** A sentence on how the last export ended. */
  readonly outcome: ReadonlySignal<string>;
  start(order: ExportOrder, subject: ExportSubject): Promise<void>;
  cancel(): void;
}

function createExportState(): ExportState {
  const share = signal<number | undefined>(undefined);
  const outcome = signal('');
  let controller = new AbortController();
  return {
    share,
    outcome,
    async start(order, subject) {
      controller = new AbortController();
      const { signal: abortSignal } = controller;
      batch(() => {
        share.value = 0;
        outcome.value = '';
      });
      const onProgress = (next: number) => {
        share.value = next;
      };
      try {
        const blob = await makeFile(order, subject, { onProgress, signal: abortSignal });
        abortSignal.throwIfAborted();
        const name = exportFileName(subject.clip.words, order.format);
        download(name, blob);
        outcome.value = words.done(name, sizeText(blob.size));
      } catch (error) {
        outcome.value = abortSignal.aborted ? words.cancelled : `${words.failed} ${sentenceOf(error)}`;
      }
      share.value = undefined;
    },
    cancel: () => controller.abort(),
  };
}

export const exportState: ExportState = createExportState();
