/** A function whose calls are limited in frequency; while the page is hidden, it is not called. */
export interface Throttled {
  /** Requests a call at the end of the interval. */
  request(): void;
  stop(): void;
}

/** Calls `does` at most once every `every` milliseconds. */
export function throttle(interval: number, action: () => void): Throttled {
  let timer = 0;
  let isPending = false;
  const request = () => {
    if (timer === 0) timer = window.setTimeout(call, interval);
  };
  const call = () => {
    timer = 0;
    isPending = document.hidden;
    if (!isPending) action();
  };
  const resume = () => {
    if (isPending && !document.hidden) request();
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
