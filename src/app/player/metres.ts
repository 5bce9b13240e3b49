/** Metres in words. The page's own words are not loaded here for this one. */
export const metres = (value: number): string => `${value.toFixed(1).replace(/^-0\.0$/, '0.0')} m`;
