import { metres } from '../../amounts.ts';

/** A distance as text, with a typographic minus sign. */
export const distanceText = (distance: number): string => metres(distance).replace('-', '−');
