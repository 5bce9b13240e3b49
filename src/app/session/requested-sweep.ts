import { signal } from '@preact/signals';

/** Name of the preset whose sweep the tool runs as soon as it is open. */
export const requestedSweep = signal<string | undefined>(undefined);
