import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from './words.ts';

/** Asynchronous work of a step, dropped when the step is left. */
export interface StepWork {
  readonly isBusy: ReadonlySignal<boolean>;
  readonly fault: ReadonlySignal<string>;
  /** Begins work; `isWanted` turns false when the step is left or newer work begins. */
  begin(action: (isWanted: () => boolean) => Promise<void>): void;
}

export function useStepWork(): StepWork {
  const isBusy = useSignal(false);
  const trouble = useSignal('');
  const newest = useRef(0);
  useEffect(
    () => () => {
      newest.current = Number.POSITIVE_INFINITY;
    },
    [],
  );
  return {
    isBusy,
    fault: trouble,
    begin(action) {
      const own = ++newest.current;
      const isWanted = () => own === newest.current;
      isBusy.value = true;
      trouble.value = '';
      action(isWanted)
        .catch(() => {
          if (isWanted()) trouble.value = words.trouble;
        })
        .finally(() => {
          if (isWanted()) isBusy.value = false;
        });
    },
  };
}

/** The result of the work, announced by screen readers. */
export function ResultLine({ work, children }: { work?: StepWork; children?: ComponentChildren }) {
  return (
    <p class="outcome" role="status">
      {work?.fault.value || children}
    </p>
  );
}
