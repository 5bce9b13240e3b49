/** Metres in words. */
export const metres = (value: number): string => `${value.toFixed(1).replace(/^-0\.0$/, '0.0')} m`;
