/** Beyond it, e^±5, a rhythm is a standstill or noise; and without a limit it overflows. */
export const RATE_LIMIT = 5;
