import { signal } from '@preact/signals';

/** Name of the preset whose sweep the tool offers when it is open. */
export const requestedSweep = signal<string | undefined>(undefined);
