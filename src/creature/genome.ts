import type { BodyPlan } from './body-plan.ts';
import type { Brain, Policy } from './brain.ts';

/** The searched vector: exactly what is stored, sent and evaluated. */
export type Genome = Float32Array;

/** A body with its controller awake: what lives one life. */
export interface Creature {
  plan: BodyPlan;
  policy: Policy;
}

/** A named stretch of the genome. */
export interface Slice {
  name: string;
  start: number;
  length: number;
}

/** What each stretch of a genome that does not grow is for, in order. */
export function slices(brain: Brain): Slice[] {
  return [{ name: 'brain', start: 0, length: brain.parameterCount }];
}

/** Why a genome is none of this brain's, in one sentence: its length, or what the brain itself finds; empty when it is. */
export function genomeFault(brain: Brain, genome: Genome): string {
  if (brain.validate) return brain.validate(genome);
  const needed = slices(brain).reduce((sum, { length }) => sum + length, 0);
  return genome.length === needed ? '' : `genome has ${genome.length} numbers, this brain takes ${needed}`;
}

/** From genome to creature. Throws an Error with the genome's fault when it has one. */
export function develop(plan: BodyPlan, brain: Brain, genome: Genome): Creature {
  const fault = genomeFault(brain, genome);
  if (fault !== '') throw new Error(fault);
  return { plan, policy: brain.createPolicy(genome) };
}
