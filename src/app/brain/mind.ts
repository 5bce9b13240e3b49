import { activationsOf } from '../../creature/activations.ts';
import type { Genome } from '../../creature/genome.ts';
import type { Wiring } from '../../creature/wiring.ts';
import type { Batch } from '../../run/evaluator.ts';
import { habitatOf } from '../../run/habitat.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Life } from '../../sim/rollout.ts';
import { sensesIn } from '../../sim/task.ts';
import { type Knob, knobsOf } from './knobs.ts';
import { namesOf } from './names.ts';

/** A brain to be looked at, with what went on in it in one life. */
export interface Mind {
  generation: number;
  wiring: Wiring;
  genome: Genome;
  knobs: readonly Knob[];
  /** Of each node. */
  names: readonly string[];
  /** What each node says, thought by thought. */
  values: Float64Array;
  /** Seconds between two thoughts. */
  thought: number;
  /** The life as it is drawn; undefined when it is none of those on the stage. */
  recording: Recording | undefined;
}

/** Asks for lives whose brains can be looked into. */
export const openly = ({ experiment, requests }: Batch): Batch => ({
  experiment,
  requests: requests.map((request) => ({ ...request, keepFelt: true })),
});

/** The brain of a life that was asked for openly. */
export function mindOf(generation: number, { experiment, requests }: Batch, { felt, recording }: Life): Mind {
  const { brain, plan, task, settings } = habitatOf(experiment);
  const genome = requests[0]?.genome ?? new Float32Array(brain.parameterCount);
  const wiring = brain.wiring(genome);
  const senses = sensesIn(task, plan, settings).map(({ name }) => name);
  const joints = plan.joints.map(({ name }) => name);
  return {
    generation,
    wiring,
    genome,
    knobs: knobsOf(wiring),
    names: namesOf(wiring, senses, joints),
    values: activationsOf(wiring, genome, felt ?? new Float64Array()),
    thought: settings.controlEvery / settings.physicsRate,
    recording,
  };
}

/** Where in `values` the thought of a moment begins, seconds into the life; beyond the last it stays with that. */
export function thoughtAt({ values, wiring, thought }: Mind, moment: number): number {
  const size = wiring.nodes.length;
  const last = values.length / size - 1;
  // Times of frames are multiples of a step, give or take a rounding.
  return size * Math.max(0, Math.min(last, Math.floor(moment / thought + 1e-6)));
}

/** Whether two recordings are of the same life, as far as the shorter one goes. */
export function isSameLife(one: Recording, other: Recording): boolean {
  const size = 3 * one.plan.parts.length;
  const last = Math.min(one.frameCount, other.frameCount) - 1;
  if (last < 0 || one.plan.parts.length !== other.plan.parts.length) return false;
  const pose = ({ poses }: Recording) => poses.subarray(last * size, (last + 1) * size);
  const theirs = pose(other);
  return pose(one).every((value, i) => value === theirs[i]);
}
