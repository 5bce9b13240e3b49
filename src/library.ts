import { seedOf } from './math/rng.ts';
import { withoutEarlyStop } from './run/episode-rules.ts';
import { parseExperiment } from './run/experiment.ts';
import type { Experiment } from './run/experiment-schema.ts';
import { setupOf } from './run/setup.ts';
import { createEnvironment as createOurs, type Environment as Ours } from './sim/environment.ts';

/** A point or a direction: x, y. */
export type Pair = readonly [number, number];

/** A body of one's own as data: metres, kilograms, radians, standing at the origin with y up. */
export interface Body {
  name: string;
  title: string;
  about?: string | undefined;
  /** The first is the root: what observations and distance are measured on. */
  parts: readonly {
    name: string;
    shape:
      | { kind: 'box'; width: number; height: number }
      | { kind: 'circle'; radius: number }
      | { kind: 'polygon'; vertices: readonly Pair[] };
    position: Pair;
    angle: number;
    /** kg/m². */
    density: number;
    friction: number;
    /** A torso that touches the ground has fallen; a foot feels it. */
    role: 'torso' | 'limb' | 'foot';
    layer?: -1 | 0 | 1 | undefined;
    eye?: { position: Pair; radius: number } | undefined;
  }[];
  /** One for each part but the root, in the order of the actions. */
  joints: readonly {
    name: string;
    parent: string;
    child: string;
    anchor: Pair;
    sockets?: readonly [Pair, Pair] | undefined;
    /** Radians. */
    limits: Pair;
    /** N·m, and rad/s. */
    torque: number;
    speed: number;
  }[];
}

/** What is tried, and by whom. */
export interface EnvironmentOptions {
  /** A task by name, as `gaitlab list tasks` has them; `bipedal-walker` by default. */
  task?: string | undefined;
  /** A body by name, as `gaitlab list bodies` has them, or a plan; the task's own by default, or `biped`. */
  body?: string | Body | undefined;
  /** Settings of the task by name, as in `{ difficulty: 0.5 }`. A life is as long as `duration` unless `stagnation` is given. */
  settings?: Readonly<Record<string, number | boolean>> | undefined;
}

/** What a life begins with. */
export interface Beginning {
  /** As many numbers as `observationSize`; one's own to keep. */
  observation: Float64Array;
  /** `seed` gives the same life again. */
  info: { seed: number };
}

/** What a control step came to. */
export interface Step {
  observation: Float64Array;
  /** By the task's published rules where it has some. */
  reward: number;
  /** The life is over by what was done: a fall, or arrival at the end of the course. */
  terminated: boolean;
  /** The life is over by time. */
  truncated: boolean;
}

/** A task with a body in it, in Gymnasium's words. */
export interface Environment {
  readonly observationSize: number;
  readonly actionSize: number;
  /** What each number of an observation is, and which joint each number of an action drives. */
  readonly observationNames: readonly string[];
  readonly actionNames: readonly string[];
  /** Seconds of a step, and how many of them a life has at most. */
  readonly controlTimestep: number;
  readonly stepLimit: number;
  /** Begins a life; the same seed, a whole number in [0, 2^32), gives the same. Without one, the next of a fixed row of seeds. */
  reset(seed?: number | { seed?: number | undefined }): Beginning;
  /** Goes on by a step: a number in [-1, 1] for each joint, beyond that as much as 1. Throws an Error when the life is over. */
  step(action: ArrayLike<number>): Step;
}

/** The experiment that options name. Throws an Error that names what is wrong with them. */
function experimentOf({ task = 'bipedal-walker', body, settings = {} }: EnvironmentOptions): Experiment {
  const experiment = parseExperiment({ ...(body === undefined ? {} : { body }), task: { ...settings, name: task } });
  return settings.stagnation === undefined ? withoutEarlyStop(experiment) : experiment;
}

function checkAction(action: ArrayLike<number>, size: number): void {
  if (action.length !== size) throw new RangeError(`action has ${action.length} numbers, must have ${size}`);
  for (let j = 0; j < size; j++) {
    if (!Number.isFinite(action[j])) throw new RangeError(`action[${j}] is ${action[j]}, must be a finite number`);
  }
}

function checkSeed(seed: number): void {
  if (Number.isInteger(seed) && seed >= 0 && seed < 4294967296) return;
  throw new RangeError(`seed is ${seed}, must be a whole number from 0 to 4294967295`);
}

/**
 * An environment to train or test in, by `reset` and `step`. The same seed and actions give the same bits on every engine.
 * Throws an Error that names the first fault of the options.
 */
export function createEnvironment(options: EnvironmentOptions | string = {}): Environment {
  const { plan, task, settings } = setupOf(experimentOf(typeof options === 'string' ? { task: options } : options));
  const ours: Ours = createOurs(plan, task, settings);
  const action = new Float64Array(plan.joints.length);
  let state: 'unborn' | 'alive' | 'over' = 'unborn';
  let next = 0;
  return {
    observationSize: ours.sensors.length,
    actionSize: action.length,
    observationNames: ours.sensors.map(({ name }) => name),
    actionNames: plan.joints.map(({ name }) => name),
    controlTimestep: ours.controlTimestep,
    stepLimit: Math.round(settings.duration / ours.controlTimestep),
    reset(given) {
      const { seed = next } = typeof given === 'number' ? { seed: given } : (given ?? {});
      checkSeed(seed);
      if (state === 'alive') ours.situation().physics.release();
      const { observation } = ours.reset(seed);
      state = 'alive';
      next = seedOf(seed, 'next');
      return { observation: observation.slice(), info: { seed } };
    },
    step(given) {
      if (state !== 'alive')
        throw new Error(`${state === 'over' ? 'the life is over' : 'no life has begun'}: call reset`);
      checkAction(given, action.length);
      action.set(given);
      const { observation, published, terminated, truncated } = ours.step(action);
      const { physics, terrain } = ours.situation();
      const arrived = physics.x(0) >= terrain.end;
      if (terminated || truncated) {
        state = 'over';
        physics.release();
      }
      return {
        observation: observation.slice(),
        reward: published,
        terminated: terminated || arrived,
        truncated: truncated && !arrived,
      };
    },
  };
}
