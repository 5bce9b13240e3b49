import { type Search, stateFault } from '../../src/format/optimizer-state.ts';
import { plainFromJson, plainToJson } from '../../src/format/plain-data.ts';

/** A state as text, in the form that checkpoints have. Throws what they cannot hold. */
export const stateText = (state: unknown): string => JSON.stringify(plainToJson(state));

/** A state after a round trip through a checkpoint, as in `resume`. Throws an Error with the sentence if it is refused. */
export function resumed(state: unknown, search: Search): unknown {
  const read = plainFromJson(JSON.parse(stateText(state)), 'optimizer');
  const fault = stateFault(read, search);
  if (fault !== '') throw new Error(fault);
  return read;
}
