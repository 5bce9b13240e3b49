import { plural } from '../schema/plural.ts';
import type { Tell } from './connection.ts';

/** Sentences about invalid data that are printed; more only count. */
const MAX_TOLD = 5;

/** Tells of invalid data in the queue: the first few reasons, and at the end how many more there were. */
export interface Refusals {
  add(reason: string): void;
  end(): void;
}

export function createRefusals(tell: Tell): Refusals {
  let count = 0;
  return {
    add(reason) {
      count++;
      if (count <= MAX_TOLD) tell(`refused: ${reason.slice(0, 500).replace(/\.$/, '')}`);
      if (count === MAX_TOLD + 1) tell('more invalid data in the queue is refused without a message');
    },
    end() {
      if (count > MAX_TOLD) tell(`${plural(count, 'invalid entry', 'invalid entries')} in the queue were refused`);
    },
  };
}
