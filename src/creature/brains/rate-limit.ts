/** Limit of a clock's rate parameter: e^5 times as fast or as slow is noise or standstill, and more could overflow. */
export const RATE_LIMIT = 5;
