import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { sizeText } from '../../amounts.ts';
import { download } from '../../browser/download.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import type { RenderJob } from './render-frames.ts';
import { words } from './words.ts';

/** How far an export is. */
export interface ExportProgress {
  /** 0 to 1. */
  share: number;
  /** Undefined until it can be estimated. */
  secondsLeft: number | undefined;
}

/** What is exported: the film of the run, or what is on the stage. */
export type ExportKind = 'film' | 'stage';

interface MadeFile {
  name: string;
  blob: Blob;
}

/** State of the export, which continues while the tool is closed. */
export interface ExportState {
  /** Of the newest export. */
  readonly kind: ReadonlySignal<ExportKind>;
  /** Undefined while nothing is exported. */
  readonly progress: ReadonlySignal<ExportProgress | undefined>;
  /** A sentence on how the last export ended. */
  readonly outcome: ReadonlySignal<string>;
  /** Makes a file and downloads it; `isLearning` is false meanwhile. */
  start(kind: ExportKind, isLearning: Signal<boolean>, make: (job: RenderJob) => Promise<MadeFile>): Promise<void>;
  cancel(): void;
}

/** Seconds after which the time left can be estimated. */
const ESTIMATE_AFTER = 0.5;

function createExportState(): ExportState {
  const progress = signal<ExportProgress | undefined>(undefined);
  const outcome = signal('');
  const kind = signal<ExportKind>('film');
  let controller = new AbortController();
  return {
    kind,
    progress,
    outcome,
    async start(next, isLearning, make) {
      controller = new AbortController();
      const { signal: abortSignal } = controller;
      const began = performance.now();
      const wasLearning = isLearning.value;
      batch(() => {
        progress.value = { share: 0, secondsLeft: undefined };
        outcome.value = '';
        kind.value = next;
        isLearning.value = false;
      });
      const onProgress = (share: number) => {
        const seconds = (performance.now() - began) / 1000;
        progress.value = { share, secondsLeft: seconds < ESTIMATE_AFTER ? undefined : (seconds * (1 - share)) / share };
      };
      try {
        const { name, blob } = await make({ onProgress, signal: abortSignal });
        abortSignal.throwIfAborted();
        download(name, blob);
        outcome.value = words.done(name, sizeText(blob.size));
      } catch (error) {
        outcome.value = abortSignal.aborted ? words.cancelled : `${words.failed} ${sentenceOf(error)}`;
      }
      batch(() => {
        progress.value = undefined;
        if (wasLearning) isLearning.value = true;
      });
    },
    cancel: () => controller.abort(),
  };
}

export const exportState: ExportState = createExportState();
