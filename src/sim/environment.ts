import type { BodyPlan } from '../creature/body-plan.ts';
import { actuatorCount, actuatorNames } from '../creature/muscle.ts';
import { stream } from '../math/rng.ts';
import { createPhysics } from './create-physics.ts';
import { createGaitMeter } from './gait/meter.ts';
import type { Sensor } from './sensors.ts';
import type { SimState } from './sim-state.ts';
import { createSupport } from './support.ts';
import { type EpisodeSettings, type RewardFunction, sensesIn, type Task } from './task.ts';
import { heightAt } from './terrain.ts';

/** Outcome of a control step. The environment writes to the same observation array in each step. */
export interface TimeStep {
  observation: Float64Array;
  reward: number;
  /** Reward by the task's published rules; equal to `reward` for a task without any. */
  published: number;
  /** The episode ended by a fall. */
  terminated: boolean;
  /** The episode ended by its time limit, by stagnation, at the end of the course or with a failed simulation. */
  truncated: boolean;
}

/** A task with a body in it. */
export interface TaskEnvironment {
  readonly sensors: readonly Sensor[];
  /** What each number of an action drives: names of joints, then of muscles. */
  readonly actuators: readonly string[];
  readonly controlTimestep: number;
  /** Starts an episode in a new world. Its ground and its initial state depend on `seed` alone. */
  reset(seed: number): TimeStep;
  /** Simulates one control step. `action` has a value in [-1, 1] for each joint and each muscle. */
  step(action: Float64Array): TimeStep;
  /** State of the current episode. */
  state(): SimState;
}

/** Least progress that resets the stagnation timer, metres. */
const MIN_PROGRESS = 0.05;

/** Lower bound of the standing height, by which heights are divided, metres. */
const MIN_STANDING_HEIGHT = 0.01;

/** @param onPhysicsStep called after each physics step, for a recording. */
export function createTaskEnvironment(
  plan: BodyPlan,
  task: Task,
  settings: EpisodeSettings,
  onPhysicsStep?: (state: SimState) => void,
): TaskEnvironment {
  const { sensors, observe } = sensesIn(task, plan, settings);
  const { controlEvery, physicsRate, stagnation, duration, supportInForce = 0 } = settings;
  const controlTimestep = controlEvery / physicsRate;
  const stepLimit = Math.round(duration / controlTimestep);
  const stagnationSteps = Math.round(stagnation / controlTimestep);
  const result: TimeStep = {
    observation: new Float64Array(sensors.length),
    reward: 0,
    published: 0,
    terminated: false,
    truncated: false,
  };
  let state: SimState;
  let rewardFunction: RewardFunction;
  let applySupport: () => void;
  let steps = 0;
  let bestProgress = 0;
  let lastProgressStep = 0;

  return {
    sensors,
    actuators: actuatorNames(plan),
    controlTimestep,
    state: () => state,
    reset(seed) {
      const terrain = task.terrain(settings, stream(seed, 'terrain'));
      const physics = createPhysics(plan, terrain, settings);
      const start = stream(seed, 'start');
      if (task.initialise) task.initialise(physics, start);
      else physics.push(settings.startPush * (2 * start.next() - 1), 0);
      const startX = physics.x(0);
      const standingHeight = Math.max(MIN_STANDING_HEIGHT, physics.y(0) - heightAt(terrain, startX));
      const action = new Float64Array(actuatorCount(plan));
      const isMeasured = settings.drive === 'servo' || physics.muscles !== undefined;
      const effort = isMeasured ? new Float64Array(action.length) : action;
      const gait = createGaitMeter(plan, physicsRate);
      state = { physics, terrain, time: 0, standingHeight, startX, action, effort, gait };
      applySupport = createSupport(physics, settings.gravity, supportInForce);
      rewardFunction = task.rewardFunction(settings);
      rewardFunction.reset?.(state);
      steps = 0;
      bestProgress = 0;
      lastProgressStep = 0;
      observe(state, result.observation);
      return Object.assign(result, { reward: 0, published: 0, terminated: false, truncated: false });
    },
    step(action) {
      const { physics, terrain, effort, gait } = state;
      const isMeasured = effort !== state.action;
      state.action.set(action);
      if (isMeasured) effort.fill(0);
      physics.drive(action);
      for (let i = 0; i < controlEvery; i++) {
        applySupport();
        physics.step();
        gait.observe(physics, terrain);
        for (let j = 0; isMeasured && j < effort.length; j++) effort[j]! += Math.abs(physics.effort(j)) / controlEvery;
        onPhysicsStep?.(state);
      }
      steps++;
      state.time = steps * controlTimestep;
      observe(state, result.observation);
      const progress = rewardFunction.progress(state);
      result.reward = rewardFunction.reward(state, progress);
      result.published = rewardFunction.published ? rewardFunction.published(state) : result.reward;
      result.terminated = rewardFunction.terminated(state);
      if (progress >= bestProgress + MIN_PROGRESS) {
        bestProgress = progress;
        lastProgressStep = steps;
      }
      const isStagnant = steps - lastProgressStep >= stagnationSteps;
      const hasArrived = physics.x(0) >= terrain.end;
      result.truncated = steps >= stepLimit || isStagnant || hasArrived || physics.isBroken;
      if (rewardFunction.finalReward && (result.terminated || result.truncated))
        result.reward += rewardFunction.finalReward(state);
      return result;
    },
  };
}
