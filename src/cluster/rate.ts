/** Counts events and their number per second over the last ten seconds. */
export interface Rate {
  add(count: number): void;
  readonly count: number;
  perSecond(): number;
}

const WINDOW = 10_000;

/** @param now a steady clock, ms */
export function createRate(now: () => number): Rate {
  const started = now();
  let total = 0;
  let recent: { at: number; count: number }[] = [];
  return {
    add(count) {
      total += count;
      const at = now();
      recent = recent.filter((each) => each.at > at - WINDOW);
      recent.push({ at, count });
    },
    get count() {
      return total;
    },
    perSecond() {
      const at = now();
      const counted = recent.filter((each) => each.at > at - WINDOW).reduce((sum, { count }) => sum + count, 0);
      const span = Math.max(1, Math.min(WINDOW, at - started));
      return Math.round((10_000 * counted) / span) / 10;
    },
  };
}
