/** Limits how often a function is called; it is not called while the page is hidden. */
export interface Throttled {
  /** Calls it when the interval is over. */
  request(): void;
  stop(): void;
}

/** Calls `does` at most once every `every` milliseconds. */
export function throttle(every: number, does: () => void): Throttled {
  let timer = 0;
  let isLate = false;
  const request = () => {
    if (timer === 0) timer = window.setTimeout(act, every);
  };
  const act = () => {
    timer = 0;
    isLate = document.hidden;
    if (!isLate) does();
  };
  const resume = () => {
    if (isLate && !document.hidden) request();
  };
  document.addEventListener('visibilitychange', resume);
  return {
    request,
    stop() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', resume);
    },
  };
}
