/** How far a batch of episodes is: a generation, or the tests of its champion. */
export interface BatchProgress {
  done: number;
  total: number;
  /** Estimated time that the rest takes, s. */
  secondsLeft: number;
}

/** Estimated time that the rest of a batch takes, s, after `elapsed` ms for `done` of `total` episodes. */
export const secondsLeft = (elapsed: number, done: number, total: number) => (elapsed / 1000) * (total / done - 1);

/** Time after the start of a batch from which it counts as slow, and between two reports, ms. */
const SLOW = 10_000;
const INTERVAL = 1000;

/**
 * Reports how far a batch is once it has taken ten seconds, at most once a second.
 * @param now a steady clock, ms
 * @returns what a pool calls at the start of a batch (`done` is 0) and after each of its pieces
 */
export function createSlowProgress(
  now: () => number,
  report: (progress: BatchProgress) => void,
): (done: number, total: number) => void {
  let started = now();
  let reported = started;
  return (done, total) => {
    const time = now();
    if (done === 0) started = time;
    if (done === 0 || time - started < SLOW || time - reported < INTERVAL) return;
    reported = time;
    report({ done, total, secondsLeft: secondsLeft(time - started, done, total) });
  };
}
