import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from './words.ts';

/** Something that takes a moment, done for as long as its step is open. */
export interface Work {
  readonly isBusy: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<string>;
  /** Begins it; `isWanted` turns false when the step is left or something newer was begun. */
  begin(does: (isWanted: () => boolean) => Promise<void>): void;
}

export function useWork(): Work {
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
    trouble,
    begin(does) {
      const mine = ++newest.current;
      const isWanted = () => mine === newest.current;
      isBusy.value = true;
      trouble.value = '';
      does(isWanted)
        .catch(() => {
          if (isWanted()) trouble.value = words.trouble;
        })
        .finally(() => {
          if (isWanted()) isBusy.value = false;
        });
    },
  };
}

/** What came of it, told to screen readers too. */
export function Outcome({ work, children }: { work?: Work; children?: ComponentChildren }) {
  return (
    <p class="outcome" role="status">
      {work?.trouble.value || children}
    </p>
  );
}
