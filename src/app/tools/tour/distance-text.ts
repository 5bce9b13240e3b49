import { metres } from '../../amounts.ts';

/** A distance in words, with a true minus for those that fell backwards. */
export const distanceText = (distance: number): string => metres(distance).replace('-', '−');
