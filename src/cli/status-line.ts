import { styleText } from 'node:util';
import { summariseGait } from '../run/gait-summary.ts';
import type { Generation } from '../run/run.ts';
import { sparkline } from './sparkline.ts';

/** The updating status line of a run on a terminal. */
export interface StatusLine {
  /** @param workers how many workers of a queue evaluate, and how fast */
  show(generation: Generation, seconds: number, secondsLeft: number | undefined, workers?: string): void;
  /** Shows a text until the next generation. */
  showText(text: string): void;
  /** Keeps the line and moves the cursor below it. */
  end(): void;
}

/** A duration rounded up to seconds or, from 100 s, minutes. */
export const durationText = (seconds: number) =>
  seconds < 100 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;

const CLEAR = '\r\u001b[2K';

export function createStatusLine(out: NodeJS.WriteStream): StatusLine {
  /** Fitness of each champion. */
  const fitness: number[] = [];
  const widthOf = () => out.columns ?? 80;
  return {
    show({ generation, best, mean, champion, steps }, seconds, secondsLeft, workers) {
      fitness.push(champion?.fitness ?? Number.NaN);
      const width = widthOf();
      const gaits = (champion?.tests ?? []).map(({ evaluation }) => evaluation.metrics.gait);
      const verb = gaits.length > 0 ? summariseGait(gaits).verb : 'champion';
      const fields = [
        `generation ${generation}`,
        `best ${best.toFixed(2)}`,
        `mean ${mean.toFixed(2)}`,
        `${verb} ${(champion?.distance ?? 0).toFixed(2)} m`,
        `${Math.round(steps / Math.max(seconds, 0.001)).toLocaleString('en')} steps/s`,
        ...(workers === undefined ? [] : [workers]),
        ...(secondsLeft === undefined ? [] : [`${durationText(secondsLeft)} left`]),
      ].join('  ');
      const chartWidth = Math.max(0, Math.min(40, width - fields.length - 3));
      const chart = chartWidth > 0 ? `  ${styleText('cyan', sparkline(fitness, chartWidth))}` : '';
      out.write(`${CLEAR}${fields.slice(0, width - 1)}${chart}`);
    },
    showText: (text) => void out.write(`${CLEAR}${text.slice(0, widthOf() - 1)}`),
    end: () => void out.write('\n'),
  };
}
