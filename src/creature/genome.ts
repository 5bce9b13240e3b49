import type { BodyPlan } from './body-plan.ts';
import type { Brain, Policy } from './brain.ts';

/** The vector that an optimizer searches; stored, sent and evaluated in this precision. */
export type Genome = Float32Array;

/** A body with a policy in its initial state. */
export interface Creature {
  plan: BodyPlan;
  policy: Policy;
}

/** A named range of the genome. */
export interface Slice {
  name: string;
  start: number;
  length: number;
}

/** The ranges of a genome of fixed length, in order. */
export function slices(brain: Brain): Slice[] {
  return [{ name: 'brain', start: 0, length: brain.parameterCount }];
}

/** Why a genome does not fit a brain, in one sentence; '' when it fits. */
export function genomeFault(brain: Brain, genome: Genome): string {
  if (brain.validate) return brain.validate(genome);
  const needed = slices(brain).reduce((sum, { length }) => sum + length, 0);
  return genome.length === needed ? '' : `genome has ${genome.length} numbers, this brain takes ${needed}`;
}

/** Builds a creature from a genome. Throws an Error with the genome's fault if it has one. */
export function develop(plan: BodyPlan, brain: Brain, genome: Genome): Creature {
  const fault = genomeFault(brain, genome);
  if (fault !== '') throw new Error(fault);
  return { plan, policy: brain.createPolicy(genome) };
}
