import { secondsLeft } from '../run/slow-progress.ts';
import { plural } from '../schema/plural.ts';
import { durationText } from './status-line.ts';

/** Time from the start of a generation to its first progress line, and between two lines, ms. */
const INTERVAL = 10_000;

/** Prints how far a generation is if it takes long. */
export interface GenerationProgress {
  /** A generation starts; `name` begins its lines, as in `generation 3`. */
  start(name: string): void;
  /** `done` of the batch's `total` episodes are finished; 0 at the start of a batch. */
  update(done: number, total: number): void;
}

/** @param now a steady clock, ms */
export function createGenerationProgress(print: (line: string) => void, now: () => number): GenerationProgress {
  let generation = '';
  let printedAt = now();
  let batchStart = now();
  return {
    start(name) {
      generation = name;
      printedAt = now();
    },
    update(done, total) {
      const time = now();
      if (done === 0) batchStart = time;
      if (time - printedAt < INTERVAL || done === total) return;
      printedAt = time;
      const left = done === 0 ? '' : `, about ${durationText(secondsLeft(time - batchStart, done, total))} left`;
      print(`${generation}: ${done} of ${plural(total, 'episode')}${left}`);
    },
  };
}
