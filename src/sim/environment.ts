import type { BodyPlan } from '../creature/body-plan.ts';
import { stream } from '../math/rng.ts';
import { createGaitMeter } from './gait/meter.ts';
import { createPhysics } from './physics.ts';
import type { Sensor } from './sensors.ts';
import type { SimState } from './sim-state.ts';
import { createSupport } from './support.ts';
import { type EpisodeSettings, type RewardFunction, sensorsIn, type Task } from './task.ts';
import { heightAt } from './terrain.ts';

/** One control step's outcome. The observation is the environment's own array, written anew at each step. */
export interface TimeStep {
  observation: Float64Array;
  reward: number;
  /** By the task's published rules; the reward where it has none. */
  published: number;
  /** Over by its own doing: a fall. */
  terminated: boolean;
  /** Over by time, standstill, arrival. */
  truncated: boolean;
}

/** A task with a body in it, in time. */
export interface Environment {
  readonly sensors: readonly Sensor[];
  readonly controlTimestep: number;
  /** Begins a life in a fresh world whose ground and start depend on `seed` alone. */
  reset(seed: number): TimeStep;
  /** One control step: `action` has a value in [-1, 1] for each joint. */
  step(action: Float64Array): TimeStep;
  /** The life going on. */
  situation(): SimState;
}

/** Progress that counts against standstill, metres. */
const STIR = 0.05;

/** No creature stands lower, metres: heights are told as shares of this one. */
const LOWEST = 0.01;

/** @param onPhysicsStep called after each physics step, for a recording. */
export function createEnvironment(
  plan: BodyPlan,
  task: Task,
  settings: EpisodeSettings,
  onPhysicsStep?: (situation: SimState) => void,
): Environment {
  const sensors = sensorsIn(task, plan, settings);
  const { controlEvery, physicsRate, stagnation, duration, held = 0 } = settings;
  const controlTimestep = controlEvery / physicsRate;
  const stepLimit = Math.round(duration / controlTimestep);
  const patience = Math.round(stagnation / controlTimestep);
  const result = {
    observation: new Float64Array(sensors.length),
    reward: 0,
    published: 0,
    terminated: false,
    truncated: false,
  };
  let situation: SimState;
  let judge: RewardFunction;
  let support: () => void;
  let steps = 0;
  let farthest = 0;
  let stirred = 0;

  const observe = () => {
    for (let i = 0; i < sensors.length; i++) result.observation[i] = (sensors[i] as Sensor).read(situation);
  };

  return {
    sensors,
    controlTimestep,
    situation: () => situation,
    reset(seed) {
      const terrain = task.terrain(settings, stream(seed, 'terrain'));
      const physics = createPhysics(plan, terrain, settings);
      const start = stream(seed, 'start');
      if (task.enter) task.enter(physics, start);
      else physics.push(settings.startPush * (2 * start.next() - 1), 0);
      const startX = physics.x(0);
      const standingHeight = Math.max(LOWEST, physics.y(0) - heightAt(terrain, startX));
      const action = new Float64Array(plan.joints.length);
      const effort = settings.drive === 'servo' ? new Float64Array(plan.joints.length) : action;
      const gait = createGaitMeter(plan, physicsRate);
      situation = { physics, terrain, time: 0, standingHeight, startX, action, effort, gait };
      support = createSupport(physics, settings.gravity, held);
      judge = task.judge(settings);
      judge.begin?.(situation);
      steps = 0;
      farthest = 0;
      stirred = 0;
      observe();
      return Object.assign(result, { reward: 0, published: 0, terminated: false, truncated: false });
    },
    step(action) {
      const { physics, terrain, effort, gait } = situation;
      const isServo = effort !== situation.action;
      situation.action.set(action);
      if (isServo) effort.fill(0);
      physics.drive(action);
      for (let i = 0; i < controlEvery; i++) {
        support();
        physics.step();
        gait.observe(physics, terrain);
        for (let j = 0; isServo && j < effort.length; j++)
          effort[j] = (effort[j] as number) + Math.abs(physics.effort(j)) / controlEvery;
        onPhysicsStep?.(situation);
      }
      steps++;
      situation.time = steps * controlTimestep;
      observe();
      const progress = judge.progress(situation);
      result.reward = judge.reward(situation, progress);
      result.published = judge.published ? judge.published(situation) : result.reward;
      result.terminated = judge.fallen(situation);
      if (progress >= farthest + STIR) {
        farthest = progress;
        stirred = steps;
      }
      const isOver = steps >= stepLimit || steps - stirred >= patience || physics.isBroken;
      result.truncated = isOver || physics.x(0) >= terrain.end;
      if (judge.finish && (result.terminated || result.truncated)) result.reward += judge.finish(situation);
      return result;
    },
  };
}
