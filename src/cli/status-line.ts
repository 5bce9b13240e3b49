import { styleText } from 'node:util';
import { summariseGait } from '../run/gait-summary.ts';
import type { Generation } from '../run/run.ts';
import { sparkline } from './sparkline.ts';

/** The updating status line of a run on a terminal. */
export interface StatusLine {
  show(generation: Generation, seconds: number, secondsLeft: number | undefined): void;
  /** Keeps the line and moves the cursor below it. */
  end(): void;
}

const time = (seconds: number) => (seconds < 100 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`);

export function createStatusLine(out: NodeJS.WriteStream): StatusLine {
  const walked: number[] = [];
  return {
    show({ generation, best, mean, champion, steps }, seconds, secondsLeft) {
      walked.push(champion?.fitness ?? Number.NaN);
      const width = out.columns ?? 80;
      const { verb } = summariseGait((champion?.tests ?? []).map(({ evaluation }) => evaluation.metrics.gait));
      const fields = [
        `generation ${generation}`,
        `best ${best.toFixed(2)}`,
        `mean ${mean.toFixed(2)}`,
        `${verb} ${(champion?.distance ?? 0).toFixed(2)} m`,
        `${Math.round(steps / Math.max(seconds, 0.001)).toLocaleString('en')} steps/s`,
        ...(secondsLeft === undefined ? [] : [`${time(secondsLeft)} left`]),
      ].join('  ');
      const room = Math.max(0, Math.min(40, width - fields.length - 3));
      const bars = room > 0 ? `  ${styleText('cyan', sparkline(walked, room))}` : '';
      out.write(`\r\u001b[2K${fields.slice(0, width - 1)}${bars}`);
    },
    end: () => void out.write('\n'),
  };
}
