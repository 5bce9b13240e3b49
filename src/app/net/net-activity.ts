import type { Genome } from '../../creature/genome.ts';
import type { Wiring } from '../../creature/wiring.ts';
import type { Activations } from '../../run/with-activations.ts';
import type { Recording } from '../../sim/recording.ts';
import { type NetParameter, parametersOf } from './net-parameters.ts';
import { namesOf } from './node-names.ts';

/** A net and its activations during one episode. */
export interface NetActivity {
  generation: number;
  wiring: Wiring;
  genome: Genome;
  parameters: readonly NetParameter[];
  /** Names of the nodes. */
  names: readonly string[];
  /** Activations of all nodes, control step by control step. */
  values: Float64Array;
  /** Seconds between two control steps. */
  controlTimestep: number;
  /** The recording of the episode; undefined when it is not on the stage. */
  recording: Recording | undefined;
}

/** The net of an episode with recorded activations. */
export function netActivityOf(generation: number, inside: Activations, recording: Recording | undefined): NetActivity {
  const { wiring, genome, senses, joints, values, controlTimestep } = inside;
  const [parameters, names] = [parametersOf(wiring), namesOf(wiring, senses, joints)];
  return { generation, wiring, genome, parameters, names, values, controlTimestep, recording };
}

/** Index in `values` of the control step at a time of the episode, seconds; after the last step, that of the last. */
export function activationsAt({ values, wiring, controlTimestep }: NetActivity, moment: number): number {
  const size = wiring.nodes.length;
  const last = values.length / size - 1;
  // The small number corrects rounding errors of times that are multiples of a step.
  return size * Math.max(0, Math.min(last, Math.floor(moment / controlTimestep + 1e-6)));
}

/** Whether two recordings show the same episode, up to the end of the shorter one. */
export function isSameEpisode(one: Recording, other: Recording): boolean {
  const size = 3 * one.plan.parts.length;
  const last = Math.min(one.frameCount, other.frameCount) - 1;
  if (last < 0 || one.plan.parts.length !== other.plan.parts.length) return false;
  const pose = ({ poses }: Recording) => poses.subarray(last * size, (last + 1) * size);
  const otherPose = pose(other);
  return pose(one).every((value, i) => value === otherPose[i]);
}
