import { styleText } from 'node:util';
import type { Generation } from '../run/run.ts';
import { sparkline } from './sparkline.ts';

/** The one live line of a run on a terminal. */
export interface StatusLine {
  show(generation: Generation, secondsLeft: number | undefined): void;
  /** Leaves the line as it is and goes below it. */
  end(): void;
}

const metres = (value: number) => `${value.toFixed(2)} m`;
const time = (seconds: number) => (seconds < 100 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`);

/** @param now milliseconds of a steady clock. */
export function createStatusLine(out: NodeJS.WriteStream, now: () => number): StatusLine {
  const started = now();
  const best: number[] = [];
  let firstSteps = 0;
  return {
    show({ generation, best: top, mean, champion, steps }, secondsLeft) {
      best.push(champion?.fitness ?? Number.NaN);
      if (firstSteps === 0) firstSteps = steps;
      const rate = Math.round((steps / Math.max(now() - started, 1)) * 1000);
      const fields = [
        `generation ${generation}`,
        `best ${top.toFixed(2)}`,
        `mean ${mean.toFixed(2)}`,
        `walks ${metres(champion?.distance ?? 0)}`,
        `${rate.toLocaleString('en')} steps/s`,
        ...(secondsLeft === undefined ? [] : [`${time(secondsLeft)} left`]),
      ].join('  ');
      const room = Math.max(0, Math.min(40, (out.columns ?? 80) - fields.length - 3));
      const line = `${fields.slice(0, (out.columns ?? 80) - 1)}  ${styleText('cyan', sparkline(best, room))}`;
      out.write(`\r\u001b[2K${line}`);
    },
    end: () => void out.write('\n'),
  };
}
