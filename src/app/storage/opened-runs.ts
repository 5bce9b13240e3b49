import { signal } from '@preact/signals';
import type { KeptRuns } from './kept-runs.ts';

/** The kept runs; undefined until the code for storage is loaded. */
export const openedRuns = signal<KeptRuns | undefined>(undefined);
