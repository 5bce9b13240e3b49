import type { BodyPlan } from '../creature/body-plan.ts';
import type { Brain } from '../creature/brain.ts';
import { develop, type Genome } from '../creature/genome.ts';
import { createHash, type Hash } from '../math/hash.ts';
import { emptyMoments, type Moments, observe } from '../math/stats.ts';
import { descriptorOf } from './descriptor.ts';
import { createEnvironment, type TimeStep } from './environment.ts';
import { createEpisodeMeter } from './episode-meter.ts';
import type { Ending, Evaluation } from './evaluation.ts';
import { createNormaliser } from './normaliser.ts';
import { createRecorder } from './recorder.ts';
import type { Recording } from './recording.ts';
import type { SimState } from './sim-state.ts';
import type { EpisodeSettings, Task } from './task.ts';
import { trainingSettings } from './training.ts';

/** The body, the wiring and the task that a genome is tried in. */
export interface Setup {
  plan: BodyPlan;
  brain: Brain;
  task: Task;
  settings: EpisodeSettings;
}

/** One life asked for. */
export interface EpisodeRequest {
  genome: Genome;
  /** Decides the ground and the start. */
  seed: number;
  /** What observations are normalised by; null for not at all. */
  statistics: Moments | null;
  /** The generation whose training conditions hold; without one it is a test, unaided and of full length. */
  generation?: number;
  record: boolean;
  /** Keep what the brain was given at each step, too. */
  keepFelt?: boolean;
  /** Whether to tell the state of every second; changes no result. */
  trace?: boolean;
}

/** One life lived. */
export interface Episode {
  evaluation: Evaluation;
  /** Moments of every raw observation of this life. */
  observed: Moments;
  /** Poses, when asked for. */
  recording: Recording | undefined;
  /** What the brain was given, step by step, when asked for: the observation as it was normalised. */
  felt?: Float64Array;
  /** Of a life that nobody came back from: why. */
  fault?: string;
  /** 8 hexadecimal digits for each whole second of the life, each covering all before it; empty unless asked for. */
  trace: string;
}

/** No muscle of ours throws a part so fast, m/s: beyond it the solver has lost hold. */
const SPEED_LIMIT = 100;

/** Whether the simulation of a part still makes sense. NaN fails every comparison. */
function sound({ physics }: SimState, part: number): boolean {
  if (physics.isBroken) return false;
  const slow = Math.abs(physics.vx(part)) < SPEED_LIMIT && Math.abs(physics.vy(part)) < SPEED_LIMIT;
  return slow && Math.abs(physics.angle(part)) < 1e6;
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

/**
 * One simulated life, the only way there is to live one: what evaluates, what is watched and what is replayed.
 * The same setup and request give the same bits, whatever ran before and wherever it runs.
 */
export function rollout({ plan, brain, task, settings: usual }: Setup, request: EpisodeRequest): Episode {
  const settings = request.generation === undefined ? usual : trainingSettings(usual, request.generation);
  const { policy } = develop(plan, brain, request.genome);
  const normalise = createNormaliser(request.statistics, brain.alike);
  const recorder = request.record ? createRecorder(1 / settings.physicsRate) : undefined;
  const environment = createEnvironment(plan, task, settings, recorder?.look);
  const { controlTimestep, sensors } = environment;
  const meter = createEpisodeMeter(plan, controlTimestep);
  const secondSteps = Math.max(1, Math.round(1 / controlTimestep));
  const observed = emptyMoments(sensors.length);
  const felt = new Float64Array(sensors.length);
  const action = new Float64Array(plan.joints.length);
  const hash = createHash();
  const kept: number[] = [];
  let trace = '';

  let timeStep: TimeStep = environment.reset(request.seed);
  const situation = environment.situation();
  let fitness = 0;
  let published = 0;
  let steps = 0;
  let broken = false;
  while (!timeStep.terminated && !timeStep.truncated) {
    observe(observed, timeStep.observation);
    normalise(timeStep.observation, felt);
    policy(felt, action);
    if (request.keepFelt) kept.push(...felt);
    timeStep = environment.step(action);
    steps++;
    fitness += timeStep.reward;
    published += timeStep.published;
    // A part in turn each step: what breaks one has all of them within a few, by the joints.
    broken = !(sound(situation, steps % plan.parts.length) && Number.isFinite(fitness));
    if (broken) break;
    meter.observe(situation);
    if (steps % secondSteps === 0) {
      addState(hash, situation);
      if (request.trace) trace += hash.digest().slice(0, 8);
    }
  }
  addState(hash, situation);

  const ending: Ending = broken ? 'failed' : timeStep.terminated ? 'terminated' : 'truncated';
  const { gravity, held: support = 0 } = settings;
  const hasFallen = ending === 'terminated';
  const measures = meter.read(situation, hasFallen, gravity);
  const gait = situation.gait.read({ distance: measures.distance, hasFallen, gravity });
  const metrics = { ...measures, support, gait };
  situation.physics.release();
  const descriptor = descriptorOf(metrics, situation.standingHeight, gravity);
  return {
    evaluation: {
      fitness: broken ? Number.NaN : fitness,
      return: broken ? Number.NaN : published,
      steps,
      ending,
      metrics,
      descriptor,
      hash: hash.digest(),
    },
    observed: broken ? emptyMoments(sensors.length) : observed,
    recording: recorder?.finish(),
    ...(request.keepFelt && { felt: Float64Array.from(kept) }),
    trace,
  };
}
