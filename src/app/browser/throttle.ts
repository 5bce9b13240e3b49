/** Does something a few times a second at most, however often it is asked for, and not while nobody looks. */
export interface Throttled {
  /** As soon as the time since the last is up. */
  soon(): void;
  stop(): void;
}

/** @param every milliseconds from one to the next. */
export function throttle(every: number, does: () => void): Throttled {
  let timer = 0;
  let isLate = false;
  const soon = () => {
    if (timer === 0) timer = window.setTimeout(act, every);
  };
  const act = () => {
    timer = 0;
    isLate = document.hidden;
    if (!isLate) does();
  };
  const look = () => {
    if (isLate && !document.hidden) soon();
  };
  document.addEventListener('visibilitychange', look);
  return {
    soon,
    stop() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    },
  };
}
