import type { Experiment } from '../run/experiment-schema.ts';
import { MEMORY_LIMITS, memoryFault } from '../run/memory.ts';
import { UserError } from './user-error.ts';

/**
 * Throws a UserError that starts with `source` when the rest of a stored run, from generation `from` on, needs more memory
 * than Node's limit.
 */
export function checkRestMemory(experiment: Experiment, from: number, source: string): void {
  const fault = memoryFault(experiment, MEMORY_LIMITS.node, from);
  if (fault !== '') throw new UserError(`${source}: ${fault}`);
}
