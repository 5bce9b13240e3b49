import type * as v from 'valibot';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { Rng } from '../math/rng.ts';
import type { episodeFields } from './episode-fields.ts';
import type { Physics, PhysicsSettings } from './physics.ts';
import { type Sensor, sensorsOf } from './sensors.ts';
import type { SimState } from './sim-state.ts';
import type { Terrain } from './terrain.ts';
import type { GaitSchedule, TrainingConditions } from './training-conditions.ts';

/** Settings that every task has, whatever else it adds. */
export type EpisodeSettings = {
  [K in keyof ReturnType<typeof episodeFields>]: v.InferOutput<ReturnType<typeof episodeFields>[K]>;
} & Pick<PhysicsSettings, 'sleep'> &
  GaitSchedule &
  TrainingConditions;

/** The judge of one life, with a memory of its own. Asked after each control step. */
export interface RewardFunction {
  /** Sees the creature before its first step, where what it gains is counted from there. */
  begin?(situation: SimState): void;
  /** How far it has come in the task's own sense, metres: what stagnation is judged by. */
  progress(situation: SimState): number;
  /** Metres gained in the step, care paid for; `progress` is this moment's. */
  reward(situation: SimState, progress: number): number;
  /** Whether this life has ended by what it did: a fall. */
  fallen(situation: SimState): boolean;
  /** What the whole episode is worth beside its steps, asked once after its last step and added to that step's reward. */
  finish?(situation: SimState): number;
  /** The step's reward by the task's published rules, where these are not what is trained on. */
  published?(situation: SimState): number;
}

/** A goal and its ground. */
export interface Task<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly name: string;
  readonly title: string;
  /** One line for people: what is asked of the creature. */
  readonly about: string;
  readonly settings: Schema;
  /** What fitness is in; metres by default. */
  readonly unit?: 'points';
  /** The one body of the catalogue that the task is defined for; by default any. */
  readonly body?: string;
  /** Settings of a life as these say, where a task fixes some of them itself. */
  life?(settings: v.InferOutput<Schema>): EpisodeSettings;
  /** What is felt, where it is not what every body feels in every task. */
  senses?(plan: BodyPlan): Sensor[];
  /** How a life begins, by default with a random push. */
  enter?(physics: Physics, rng: Rng): void;
  terrain(settings: v.InferOutput<Schema>, rng: Rng): Terrain;
  judge(settings: v.InferOutput<Schema>): RewardFunction;
}

/** What a body feels in a task, in the order the brain is given it. */
export const sensorsIn = ({ senses }: Task, plan: BodyPlan, settings: EpisodeSettings): Sensor[] =>
  senses ? senses(plan) : sensorsOf(plan, settings);

/** Says a task in full type where it is made, and lets the catalogue hold it whatever its settings are. */
export function task<Schema extends v.GenericSchema>(it: Task<Schema>): Task<Schema> {
  return it;
}
