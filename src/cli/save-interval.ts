/** Minimum time between two saves of a run, ms. */
export const MIN_SAVE_INTERVAL = 2000;
/** The time between two saves is at least this multiple of the time that the last one took. */
const INTERVAL_FACTOR = 20;

/** When the next save is due, after one that began at `started` and ends now; both as `performance.now()`. */
export function nextSave(started: number): number {
  const now = performance.now();
  return now + Math.max(MIN_SAVE_INTERVAL, INTERVAL_FACTOR * (now - started));
}
