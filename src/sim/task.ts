import type * as v from 'valibot';
import type { Rng } from '../math/rng.ts';
import type { lifeFields } from './life-fields.ts';
import type { Situation } from './situation.ts';
import type { Terrain } from './terrain.ts';

/** Settings that every task has, whatever else it adds. */
export type LifeSettings = {
  [K in keyof ReturnType<typeof lifeFields>]: v.InferOutput<ReturnType<typeof lifeFields>[K]>;
};

/** The judge of one life, with a memory of its own. Asked after each control step. */
export interface Judge {
  /** How far it has come in the task's own sense, metres: what stagnation is judged by. */
  progress(situation: Situation): number;
  /** Metres gained in the step, care paid for; `progress` is this moment's. */
  reward(situation: Situation, progress: number): number;
  /** Whether this life has ended by what it did: a fall. */
  fallen(situation: Situation): boolean;
}

/** A goal and its ground. */
export interface Task<Schema extends v.GenericSchema<unknown, LifeSettings> = v.GenericSchema<unknown, LifeSettings>> {
  readonly name: string;
  readonly title: string;
  /** One line for people: what is asked of the creature. */
  readonly about: string;
  readonly settings: Schema;
  terrain(settings: v.InferOutput<Schema>, rng: Rng): Terrain;
  judge(settings: v.InferOutput<Schema>): Judge;
}

/** Says a task in full type where it is made, and lets the catalogue hold it whatever its settings are. */
export function task<Schema extends v.GenericSchema<unknown, LifeSettings>>(it: Task<Schema>): Task<Schema> {
  return it;
}
