import { seedOf } from './math/rng.ts';
import { withoutEarlyStop } from './run/episode-rules.ts';
import { parseExperiment } from './run/experiment.ts';
import type { Experiment } from './run/experiment-schema.ts';
import { setupOf } from './run/setup.ts';
import { didYouMean } from './schema/nearest.ts';
import { checkAction, checkSeed } from './sim/arguments.ts';
import { createTaskEnvironment } from './sim/environment.ts';
import { engineOf } from './sim/physics-at-hand.ts';

/** A point or a direction: x, y. */
export type Pair = readonly [number, number];

/** A body as data: metres, kilograms, radians, standing at the origin with y up. */
export interface Body {
  name: string;
  title: string;
  about?: string | undefined;
  /** What it does to move forward, as in 'hops'. */
  verb?: string | undefined;
  /** The first is the root: observations and distance are measured on it. */
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
    /** A torso that touches the ground is a fall; a foot's contact is an observation. */
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
  /** Their actions follow those of the joints. Metres, N, m/s. */
  muscles?:
    | readonly {
        name: string;
        from: string;
        to: string;
        anchors: readonly [Pair, Pair];
        rest: number;
        strength: number;
        speed: number;
        pushes?: boolean | undefined;
      }[]
    | undefined;
}

/** Options of `createEnvironment`. */
export interface EnvironmentOptions {
  /** Name of a task (`gaitlab list tasks`); `bipedal-walker` by default. */
  task?: string | undefined;
  /** Name of a body (`gaitlab list bodies`) or a body plan; by default the task's own body, or `biped`. */
  body?: string | Body | undefined;
  /** Settings of the task, as in `{ difficulty: 0.5 }`. Without `stagnation`, standing still does not end an episode. */
  settings?: Readonly<Record<string, number | boolean>> | undefined;
  /**
   * What simulates; all give the same bits. 'flat', the default, is 'wasm' where WebAssembly can be compiled and 'javascript'
   * elsewhere; 'planck' is the reference, and slower.
   */
  physics?: 'flat' | 'wasm' | 'javascript' | 'planck' | undefined;
}

/** Result of `reset`. */
export interface ResetResult {
  /** An array of `observationSize` numbers, new in each call. */
  observation: Float64Array;
  /** The seed that gives the same episode again. */
  info: { seed: number };
}

/** Result of `step`. */
export interface StepResult {
  observation: Float64Array;
  /** Reward by the task's published rules; its training reward if it has none. */
  reward: number;
  /** The episode ended by a fall, or by arrival at the end of the course. */
  terminated: boolean;
  /** The episode ended by its time limit, by stagnation or with a failed simulation. */
  truncated: boolean;
}

/** A task with a body in it, with Gymnasium's interface. */
export interface Environment {
  readonly observationSize: number;
  readonly actionSize: number;
  /** What each number of an observation measures, and which joint or muscle each number of an action drives. */
  readonly observationNames: readonly string[];
  readonly actionNames: readonly string[];
  /** Seconds of a control step, and the largest number of steps of an episode. */
  readonly controlTimestep: number;
  readonly stepLimit: number;
  /** What simulates. */
  readonly physics: 'wasm' | 'javascript' | 'planck';
  /**
   * Starts an episode. The seed, a whole number in [0, 2^32), determines its ground and initial state. Without one, the next
   * seed of a fixed sequence is used. Throws a RangeError for another seed.
   */
  reset(seed?: number | { seed?: number | undefined }): ResetResult;
  /**
   * Simulates one control step. `action` has a number for each joint and each muscle, clamped to [-1, 1]. Throws a RangeError for an action of
   * another size or one that is not finite, and an Error when no episode is running.
   */
  step(action: ArrayLike<number>): StepResult;
}

const OPTIONS = ['task', 'body', 'settings', 'physics'];

/** Throws an Error that names an option that there is not. */
function checkOptions(options: EnvironmentOptions): void {
  const odd = Object.keys(options).find((key) => !OPTIONS.includes(key));
  if (odd === undefined) return;
  const hint = /^see?d$/i.test(odd) ? '; a seed is given to reset' : didYouMean(odd, OPTIONS);
  throw new Error(`there is no option ${odd}, only ${OPTIONS.join(', ')}${hint}`);
}

/** The experiment of the options. Throws an Error with the first fault of the options. */
function experimentOf({ task = 'bipedal-walker', body, settings = {} }: EnvironmentOptions): Experiment {
  const experiment = parseExperiment({ ...(body === undefined ? {} : { body }), task: { ...settings, name: task } });
  return settings.stagnation === undefined ? withoutEarlyStop(experiment) : experiment;
}

/**
 * Creates an environment to train or test a policy in. The same seed and actions give the same bits on every machine.
 * Throws an Error with the first fault of the options.
 */
export function createEnvironment(options: EnvironmentOptions | string = {}): Environment {
  if (typeof options !== 'string') checkOptions(options);
  const engine = engineOf(typeof options === 'string' ? undefined : options.physics);
  const { plan, task, settings } = setupOf(experimentOf(typeof options === 'string' ? { task: options } : options));
  const inner = createTaskEnvironment(plan, task, { ...settings, engine });
  const action = new Float64Array(inner.actuators.length);
  let phase: 'new' | 'running' | 'over' = 'new';
  let nextSeed = 0;
  return {
    observationSize: inner.sensors.length,
    actionSize: action.length,
    observationNames: inner.sensors.map(({ name }) => name),
    actionNames: inner.actuators,
    controlTimestep: inner.controlTimestep,
    physics: engine,
    stepLimit: Math.round(settings.duration / inner.controlTimestep),
    reset(given) {
      if (typeof given === 'object') {
        const odd = Object.keys(given).find((key) => key !== 'seed');
        if (odd !== undefined)
          throw new Error(`there is no option ${odd} of reset, only seed${didYouMean(odd, ['seed'])}`);
      }
      const { seed = nextSeed } = typeof given === 'number' ? { seed: given } : (given ?? {});
      checkSeed(seed);
      if (phase === 'running') inner.state().physics.release();
      const { observation } = inner.reset(seed);
      phase = 'running';
      nextSeed = seedOf(seed, 'next');
      return { observation: observation.slice(), info: { seed } };
    },
    step(given) {
      if (phase !== 'running')
        throw new Error(`${phase === 'over' ? 'the episode is over' : 'no episode has begun'}: call reset`);
      checkAction(given, action.length);
      action.set(given);
      const { observation, published, terminated, truncated } = inner.step(action);
      const { physics, terrain } = inner.state();
      const hasArrived = physics.x(0) >= terrain.end;
      if (terminated || truncated) {
        phase = 'over';
        physics.release();
      }
      return {
        observation: observation.slice(),
        reward: published,
        terminated: terminated || hasArrived,
        truncated: truncated && !hasArrived,
      };
    },
  };
}
