import { effect } from '@preact/signals';
import type { Session } from '../session/session.ts';

/** Publishes the state of the run as attributes of the document, for tests. */
export function publishState({ best, latest }: Session): void {
  const { dataset } = document.documentElement;
  effect(() => {
    dataset.bestDistance = (best.value ?? 0).toFixed(2);
    dataset.generation = String(latest.value?.generation ?? '');
    dataset.history = latest.value?.historyHash ?? '';
  });
}
