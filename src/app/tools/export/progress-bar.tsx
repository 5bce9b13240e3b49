import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { SentenceText } from '../../widgets/file-text.tsx';
import { dismiss, notify } from '../../widgets/notice.tsx';
import { type ExportKind, exportState } from './export-state.ts';
import { words } from './words.ts';

/** How far an export is, with the time left and a button that cancels it. */
export function ProgressBar({ isLearning }: { isLearning: Signal<boolean> }) {
  const { share, secondsLeft } = exportState.progress.value ?? { share: 0, secondsLeft: undefined };
  const done = words.making(share);
  return (
    <div class="going">
      <div class="go">
        <progress max={1} value={share} aria-label={done} />
        <button type="button" onClick={exportState.cancel}>
          {words.cancel}
        </button>
      </div>
      <p class="hint">{secondsLeft === undefined ? done : `${done}, ${words.left(secondsLeft)}`}</p>
      {!isLearning.value && <p class="hint">{words.waits}</p>}
    </div>
  );
}

/** How the last export of this kind ended, or why it cannot be made. */
export function Outcome({ kind, fault }: { kind: ExportKind; fault: string }) {
  const ended = exportState.kind.value === kind ? exportState.outcome.value : '';
  return (
    <p class="outcome" role="status">
      <SentenceText text={fault || ended} />
    </p>
  );
}

/** While the tool is closed during an export, a notice says that learning waits. */
export function useWaitingNotice(): void {
  useEffect(() => {
    dismiss(words.waits);
    return () => {
      if (exportState.progress.peek() === undefined) return;
      notify(words.waits, { refusal: { words: words.cancel, onClick: exportState.cancel } });
      const stop = exportState.progress.subscribe((progress) => {
        if (progress !== undefined) return;
        dismiss(words.waits);
        queueMicrotask(() => stop());
      });
    };
  }, []);
}
