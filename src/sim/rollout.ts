import type { BodyPlan } from '../creature/body-plan.ts';
import type { Brain, Policy } from '../creature/brain.ts';
import { develop, type Genome } from '../creature/genome.ts';
import { actuatorCount } from '../creature/muscle.ts';
import { createHash, type Hash } from '../math/hash.ts';
import { emptyMoments, type Moments, observe } from '../math/stats.ts';
import { descriptorOf } from './descriptor.ts';
import { createTaskEnvironment, type TaskEnvironment, type TimeStep } from './environment.ts';
import { createEpisodeMeter, type EpisodeMeter } from './episode-meter.ts';
import type { Ending, Evaluation } from './evaluation.ts';
import { createNormaliser } from './normaliser.ts';
import { createRecorder } from './recorder.ts';
import type { Recording } from './recording.ts';
import type { SimState } from './sim-state.ts';
import type { EpisodeSettings, Task } from './task.ts';
import { trainingSettings } from './training.ts';

/** What a genome is evaluated in: a body, a brain and a task with its settings. */
export interface Setup {
  plan: BodyPlan;
  brain: Brain;
  task: Task;
  settings: EpisodeSettings;
}

/** One episode to simulate. */
export interface EpisodeRequest {
  genome: Genome;
  /** Determines the ground and the initial state. */
  seed: number;
  /** Statistics that observations are normalised with; null for none. */
  statistics: Moments | null;
  /** Generation whose training conditions apply; without it the episode is a test, without support and of full length. */
  generation?: number;
  record: boolean;
  /** Whether to return the normalised observation of each step. */
  recordObservations?: boolean;
  /** Whether to return a hash of each second; changes no result. */
  trace?: boolean;
}

/** Result of one episode. */
export interface Episode {
  evaluation: Evaluation;
  /** Moments of all raw observations. */
  observed: Moments;
  /** Poses, if requested. */
  recording: Recording | undefined;
  /** The policy's input at each control step, one after the other, if requested. */
  normalisedObservations?: Float64Array;
  /** Why the episode has no result, if its worker failed. */
  fault?: string;
  /** 8 hexadecimal digits for each whole second, a hash of the episode so far; empty unless requested. */
  trace: string;
}

/** Speed of a part above which the simulation has diverged, m/s. */
const SPEED_LIMIT = 100;
/** Angle of a part above which the simulation has diverged, radians. */
const ANGLE_LIMIT = 1e6;

/** Whether the simulation of a part has not diverged. NaN fails every comparison. */
function isStable({ physics }: SimState, part: number): boolean {
  if (physics.isBroken) return false;
  const isSlow = Math.abs(physics.vx(part)) < SPEED_LIMIT && Math.abs(physics.vy(part)) < SPEED_LIMIT;
  return isSlow && Math.abs(physics.angle(part)) < ANGLE_LIMIT;
}

function addState(hash: Hash, { physics }: SimState): void {
  for (let i = 0; i < physics.plan.parts.length; i++) {
    hash.add(physics.x(i));
    hash.add(physics.y(i));
    hash.add(physics.angle(i));
    hash.add(physics.vx(i));
    hash.add(physics.vy(i));
    hash.add(physics.omega(i));
  }
}

/** The parts that an episode is simulated with. */
interface Components {
  environment: TaskEnvironment;
  normalise: ReturnType<typeof createNormaliser>;
  policy: Policy;
  meter: EpisodeMeter;
  observed: Moments;
  hash: Hash;
}

/** The result of the steps of an episode. */
interface StepsResult {
  fitness: number;
  published: number;
  steps: number;
  ending: Ending;
  trace: string;
  /** The policy's inputs, if requested. */
  inputs: number[];
}

/**
 * The steps of an episode up to its end. A function of its own: V8 optimizes a function while a loop in it runs, and gives that up
 * when it comes to what is after the loop.
 */
function simulate(
  plan: BodyPlan,
  { environment, normalise, policy, meter, observed, hash }: Components,
  request: EpisodeRequest,
): StepsResult {
  const { controlTimestep, sensors } = environment;
  const secondSteps = Math.max(1, Math.round(1 / controlTimestep));
  const normalised = new Float64Array(sensors.length);
  const action = new Float64Array(actuatorCount(plan));
  const inputs: number[] = [];
  let trace = '';
  let timeStep: TimeStep = environment.reset(request.seed);
  const state = environment.state();
  let fitness = 0;
  let published = 0;
  let steps = 0;
  let hasFailed = false;
  while (!timeStep.terminated && !timeStep.truncated) {
    observe(observed, timeStep.observation);
    normalise(timeStep.observation, normalised);
    policy(normalised, action);
    if (request.recordObservations) inputs.push(...normalised);
    timeStep = environment.step(action);
    steps++;
    fitness += timeStep.reward;
    published += timeStep.published;
    // One part per step is enough: through the joints a fault reaches every part within a few steps.
    hasFailed = !(isStable(state, steps % plan.parts.length) && Number.isFinite(fitness));
    if (hasFailed) break;
    meter.observe(state);
    if (steps % secondSteps === 0) {
      addState(hash, state);
      if (request.trace) trace += hash.digest().slice(0, 8);
    }
  }
  addState(hash, state);
  const ending = hasFailed ? 'failed' : timeStep.terminated ? 'terminated' : 'truncated';
  return { fitness, published, steps, ending, trace, inputs };
}

/**
 * Simulates one episode. Training, display and replay all use this function. The same setup and request give the same
 * bits on every machine, whatever ran before.
 */
export function rollout({ plan, brain, task, settings: testSettings }: Setup, request: EpisodeRequest): Episode {
  const settings = request.generation === undefined ? testSettings : trainingSettings(testSettings, request.generation);
  const { policy } = develop(plan, brain, request.genome);
  const normalise = createNormaliser(request.statistics, brain.normalisationGroups);
  const recorder = request.record ? createRecorder(1 / settings.physicsRate) : undefined;
  const environment = createTaskEnvironment(plan, task, settings, recorder?.record);
  const meter = createEpisodeMeter(plan, environment.controlTimestep);
  const observed = emptyMoments(environment.sensors.length);
  const hash = createHash();
  const components = { environment, normalise, policy, meter, observed, hash };
  const { fitness, published, steps, ending, trace, inputs } = simulate(plan, components, request);

  const state = environment.state();
  const hasFailed = ending === 'failed';
  const hasFallen = ending === 'terminated';
  const { gravity, supportInForce: support = 0 } = settings;
  const measures = meter.read(state, hasFallen, gravity);
  const gait = state.gait.read({ distance: measures.distance, hasFallen, gravity });
  const metrics = { ...measures, support, gait };
  state.physics.release();
  state.gait.release();
  const descriptor = descriptorOf(metrics, state.standingHeight, gravity);
  return {
    evaluation: {
      fitness: hasFailed ? Number.NaN : fitness,
      return: hasFailed ? Number.NaN : published,
      steps,
      ending,
      metrics,
      descriptor,
      hash: hash.digest(),
    },
    observed: hasFailed ? emptyMoments(observed.mean.length) : observed,
    recording: recorder?.finish(),
    ...(request.recordObservations && { normalisedObservations: Float64Array.from(inputs) }),
    trace,
  };
}
