import type { Genome } from '../../creature/genome.ts';
import type { Wiring } from '../../creature/wiring.ts';
import type { Activations } from '../../run/with-activations.ts';
import type { Recording } from '../../sim/recording.ts';
import { type Knob, knobsOf } from './knobs.ts';
import { namesOf } from './node-names.ts';

/** A brain to be looked at, with what went on in it in one life. */
export interface NetActivity {
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

/** The brain that was looked into. */
export function netActivityOf(generation: number, inside: Activations, recording: Recording | undefined): NetActivity {
  const { wiring, genome, senses, joints, values, controlTimestep: thought } = inside;
  const [knobs, names] = [knobsOf(wiring), namesOf(wiring, senses, joints)];
  return { generation, wiring, genome, knobs, names, values, thought, recording };
}

/** Where in `values` the thought of a moment begins, seconds into the life; beyond the last it stays with that. */
export function activationsAt({ values, wiring, thought }: NetActivity, moment: number): number {
  const size = wiring.nodes.length;
  const last = values.length / size - 1;
  // Times of frames are multiples of a step, give or take a rounding.
  return size * Math.max(0, Math.min(last, Math.floor(moment / thought + 1e-6)));
}

/** Whether two recordings are of the same life, as far as the shorter one goes. */
export function isSameEpisode(one: Recording, other: Recording): boolean {
  const size = 3 * one.plan.parts.length;
  const last = Math.min(one.frameCount, other.frameCount) - 1;
  if (last < 0 || one.plan.parts.length !== other.plan.parts.length) return false;
  const pose = ({ poses }: Recording) => poses.subarray(last * size, (last + 1) * size);
  const theirs = pose(other);
  return pose(one).every((value, i) => value === theirs[i]);
}
