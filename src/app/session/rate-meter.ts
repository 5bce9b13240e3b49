/** Measures the rate of a rising count over the last few seconds. */
export interface RateMeter {
  /** Adds the count at a time, ms. Returns its increase per second. */
  mark(count: number, time: number): number;
  clear(): void;
}

/** Length of the measured interval, ms. */
const SPAN = 3000;

export function createRateMeter(): RateMeter {
  let marks: { count: number; time: number }[] = [];
  return {
    mark(count, time) {
      marks.push({ count, time });
      while (marks.length > 2 && time - marks[1]!.time > SPAN) marks.shift();
      const first = marks[0]!;
      return time > first.time ? ((count - first.count) * 1000) / (time - first.time) : 0;
    },
    clear() {
      marks = [];
    },
  };
}
