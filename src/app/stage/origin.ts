import type { Genome } from '../../creature/genome.ts';
import type { Moments } from '../../math/stats.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { Recording } from '../../sim/recording.ts';

/** The data with which the episode of a recording can be simulated again, and its caption. */
export interface Origin {
  experiment: Experiment;
  generation: number;
  genome: Genome;
  statistics: Moments | null;
  /** Seeds of the tests, the recorded one first. */
  seeds: readonly number[];
  /** "Generation 12", "Number 3 of 24". */
  subject: string;
  /** The name of a replay, by which it is called instead. */
  name?: string;
  /** Of a replay's creature that has one of its own, six hexadecimal digits. */
  colour?: string | undefined;
}

const origins = new WeakMap<Recording, Origin>();

export const noteOrigin = (recording: Recording, origin: Origin) => void origins.set(recording, origin);

/** The origin of a recording; undefined if unknown. */
export const originOf = (recording: Recording): Origin | undefined => origins.get(recording);

/** Gravity in a recorded episode, m/s²: that of its own experiment, or of `otherwise` if its origin is unknown. */
export const gravityIn = (recording: Recording, otherwise: Experiment): number =>
  Number((originOf(recording)?.experiment ?? otherwise).task.gravity);
