import type * as v from 'valibot';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { Rng } from '../math/rng.ts';
import type { episodeFields } from './episode-fields.ts';
import type { Physics, PhysicsSettings } from './physics.ts';
import { type Senses, type Sensor, sensesOf } from './sensors.ts';
import type { SimState } from './sim-state.ts';
import type { Terrain } from './terrain.ts';
import type { GaitSchedule, TrainingConditions } from './training-conditions.ts';

/** Settings that every task has. */
export type EpisodeSettings = {
  [K in keyof ReturnType<typeof episodeFields>]: v.InferOutput<ReturnType<typeof episodeFields>[K]>;
} & Pick<PhysicsSettings, 'sleep' | 'engine'> &
  GaitSchedule &
  TrainingConditions;

/** Reward and termination of one episode. It keeps state; its functions are called once after each control step. */
export interface RewardFunction {
  /** Called with the initial state, for rewards that are differences from it. */
  reset?(state: SimState): void;
  /** Total progress in the task's own sense, metres. Stagnation is measured on it. */
  progress(state: SimState): number;
  /** Reward of this step, in the task's unit. `progress` is the value after the step. */
  reward(state: SimState, progress: number): number;
  /** Whether the episode ends here by what the creature did, as by a fall. */
  terminated(state: SimState): boolean;
  /** Reward for the whole episode, called once after its last step and added to that step's reward. */
  finalReward?(state: SimState): number;
  /** Reward of this step by the task's published rules, for a task that is trained on another reward. */
  published?(state: SimState): number;
}

/** A reward on a kind of ground. */
export interface Task<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly name: string;
  readonly title: string;
  /** One line that says what the creature has to do. */
  readonly about: string;
  readonly settings: Schema;
  /** Unit of the reward; metres by default. */
  readonly unit?: 'points';
  /** Name of the only body that the task is defined for; by default any body. */
  readonly body?: string;
  /** Adds the settings that the task fixes; by default the settings are complete. */
  episodeSettings?(settings: v.InferOutput<Schema>): EpisodeSettings;
  /** The task's own senses; by default `sensesOf`. */
  senses?(plan: BodyPlan): Senses;
  /** Prepares the initial state; by default a random push. */
  initialise?(physics: Physics, rng: Rng): void;
  terrain(settings: v.InferOutput<Schema>, rng: Rng): Terrain;
  /** A new reward function for each episode. */
  rewardFunction(settings: v.InferOutput<Schema>): RewardFunction;
}

/** Senses of a body in a task. */
export const sensesIn = (task: Task, plan: BodyPlan, settings: EpisodeSettings): Senses =>
  task.senses ? task.senses(plan) : sensesOf(plan, settings);

/** Its sensors, in the order of the observation. */
export const sensorsIn = (task: Task, plan: BodyPlan, settings: EpisodeSettings): readonly Sensor[] =>
  sensesIn(task, plan, settings).sensors;

/** Types a task by its own settings, and lets the catalogue hold tasks of any settings. */
export function defineTask<Schema extends v.GenericSchema>(task: Task<Schema>): Task<Schema> {
  return task;
}
