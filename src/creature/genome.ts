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

/** What each stretch of the genome is for, in order. */
export function slices(brain: Brain): Slice[] {
  return [{ name: 'brain', start: 0, length: brain.parameterCount }];
}

/** From genome to creature. Throws when the genome does not have the length its slices add up to. */
export function develop(plan: BodyPlan, brain: Brain, genome: Genome): Creature {
  const needed = slices(brain).reduce((sum, { length }) => sum + length, 0);
  if (genome.length !== needed) throw new Error(`genome has ${genome.length} numbers, this brain takes ${needed}`);
  return { plan, policy: brain.wake(genome) };
}
