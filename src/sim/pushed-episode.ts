import { develop } from '../creature/genome.ts';
import { actuatorCount } from '../creature/muscle.ts';
import { createTaskEnvironment } from './environment.ts';
import { createNormaliser } from './normaliser.ts';
import type { Recording } from './recording.ts';
import type { EpisodeRequest, Setup } from './rollout.ts';
import type { SimState } from './sim-state.ts';

/** A force from outside on a part's centre of mass, N. */
export interface OutsideForce {
  part: number;
  fx: number;
  fy: number;
}

/** A force that acted during a physics step, counted from the start. */
export interface RecordedForce extends OutsideForce {
  step: number;
}

/** An episode in which forces from outside act beside the policy. It is no part of any run. */
export interface PushedEpisode {
  /** Grows with the episode: `frameCount` counts what is there. */
  readonly recording: Recording;
  /** All forces so far. The same forces at the same steps give the same bits. */
  readonly forces: readonly RecordedForce[];
  readonly state: SimState;
  /** Whether a torso lies on the ground, or whatever else ends an episode of the task. */
  readonly isDown: boolean;
  /** Whether it cannot go on: at the end of the course, of its memory, or broken. */
  readonly isOver: boolean;
  /** Simulates up to a time, seconds; `forceAt` is asked for the force before each physics step. */
  advance(to: number, forceAt?: (state: SimState, step: number) => OutsideForce | undefined): void;
  /** Releases the physics: it cannot go on. */
  release(): void;
}

/** Longest episode, seconds. */
const MAX_SECONDS = 90;

/** Begins the episode of a request again, to be pushed. It goes on after a fall, and without progress. */
export function createPushedEpisode({ plan, brain, task, settings }: Setup, request: EpisodeRequest): PushedEpisode {
  const { physicsRate, controlEvery } = settings;
  const frameTimestep = 1 / physicsRate;
  const maxFrames = Math.floor(MAX_SECONDS * physicsRate);
  const [parts, actuators] = [plan.parts.length, actuatorCount(plan)];
  const { policy } = develop(plan, brain, request.genome);
  const normalise = createNormaliser(request.statistics, brain.normalisationGroups);
  const patient = { ...settings, duration: MAX_SECONDS, stagnation: MAX_SECONDS };
  const environment = createTaskEnvironment(plan, task, patient, record);
  const action = new Float64Array(actuators);
  const forces: RecordedForce[] = [];
  let forceNow: Parameters<PushedEpisode['advance']>[1];
  let now = environment.reset(request.seed);
  let isReleased = false;
  const normalised = new Float64Array(now.observation.length);
  const state = environment.state();
  const recording: Recording = {
    plan,
    terrain: state.terrain,
    frameTimestep,
    frameCount: 0,
    poses: new Float64Array(3 * parts * maxFrames),
    actions: new Float32Array(actuators * maxFrames),
    contacts: new Uint8Array(parts * maxFrames),
  };

  /** Applies the force of the next physics step. */
  function push(): void {
    const step = recording.frameCount;
    const force = forceNow?.(state, step);
    if (force === undefined) return;
    state.physics.force(force.part, force.fx, force.fy);
    forces.push({ step, ...force });
  }

  function record({ physics }: SimState): void {
    const frame = recording.frameCount++;
    for (let i = 0; i < parts; i++) {
      recording.poses.set([physics.x(i), physics.y(i), physics.angle(i)], 3 * (frame * parts + i));
      recording.contacts[frame * parts + i] = physics.touches(i) ? 1 : 0;
    }
    for (let j = 0; j < actuators; j++) recording.actions[frame * actuators + j] = physics.effort(j);
    // The last force of a control step would act in the next one, which asks for its own.
    if (recording.frameCount % controlEvery !== 0) push();
  }

  return {
    recording,
    forces,
    state,
    get isDown() {
      return now.terminated;
    },
    get isOver() {
      return isReleased || now.truncated || recording.frameCount + controlEvery > maxFrames;
    },
    advance(to, forceAt) {
      forceNow = forceAt;
      while (!this.isOver && (recording.frameCount - 1) * frameTimestep < to) {
        normalise(now.observation, normalised);
        policy(normalised, action);
        push();
        now = environment.step(action);
      }
    },
    release() {
      if (!isReleased) state.physics.release();
      isReleased = true;
    },
  };
}
