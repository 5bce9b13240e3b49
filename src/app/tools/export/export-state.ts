import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { download } from '../../browser/download.ts';
import { type ExportSubject, makeFile } from './export-file.ts';
import { type ExportOrder, fileName } from './order.ts';
import { bytes, words } from './words.ts';

/** What is being made, told to whoever has the tool open: it goes on while the tool is away. */
export interface ExportState {
  /** How far it has come, 0 to 1; undefined while nothing is made. */
  readonly share: ReadonlySignal<number | undefined>;
  /** How the last one went. */
  readonly outcome: ReadonlySignal<string>;
  start(order: ExportOrder, sitter: ExportSubject): Promise<void>;
  cancel(): void;
}

function createDesk(): ExportState {
  const share = signal<number | undefined>(undefined);
  const outcome = signal('');
  let stop = new AbortController();
  return {
    share,
    outcome,
    async start(order, sitter) {
      stop = new AbortController();
      const { signal: wanted } = stop;
      batch(() => {
        share.value = 0;
        outcome.value = '';
      });
      const onShare = (next: number) => {
        share.value = next;
      };
      try {
        const blob = await makeFile(order, sitter, { onShare, signal: wanted });
        wanted.throwIfAborted();
        const name = fileName(sitter.act.words, order.format);
        download(name, blob);
        outcome.value = words.done(name, bytes(blob.size));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        outcome.value = wanted.aborted ? words.cancelled : `${words.failed} ${reason}`;
      }
      share.value = undefined;
    },
    cancel: () => stop.abort(),
  };
}

export const exportState: ExportState = createDesk();
