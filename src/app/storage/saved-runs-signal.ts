import { signal } from '@preact/signals';
import type { SavedRuns } from './saved-runs.ts';

/** The saved runs; undefined until the code for storage is loaded. */
export const savedRuns = signal<SavedRuns | undefined>(undefined);
