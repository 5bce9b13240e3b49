import type { Genome } from '../../creature/genome.ts';
import type { Moments } from '../../math/stats.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { Recording } from '../../sim/recording.ts';

/** Who a recorded life is of, with all that it takes to live it again. */
export interface Origin {
  experiment: Experiment;
  generation: number;
  genome: Genome;
  statistics: Moments | null;
  /** Of the tests known, the recorded one first. */
  seeds: readonly number[];
  /** "Generation 12", "Number 3 of 24". */
  who: string;
}

const origins = new WeakMap<Recording, Origin>();

export const noteOrigin = (recording: Recording, origin: Origin) => void origins.set(recording, origin);

/** Whose life is shown; undefined where that is not known. */
export const originOf = (recording: Recording): Origin | undefined => origins.get(recording);
