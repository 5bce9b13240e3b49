import { signal } from '@preact/signals';
import type { KeptRuns } from './kept-runs.ts';

/** The runs that stay when the page is closed; undefined until what keeps them is loaded. */
export const openedRuns = signal<KeptRuns | undefined>(undefined);
