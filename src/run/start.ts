import * as v from 'valibot';
import { type Genome, genomeFault } from '../creature/genome.ts';
import type { Moments } from '../math/stats.ts';
import { parse } from '../schema/fault.ts';
import { float32FromText, float32ToText } from '../schema/floats.ts';
import { sensesIn } from '../sim/task.ts';
import type { Experiment } from './experiment.ts';
import { habitatOf } from './habitat.ts';

/** Numbers in a genome to begin with: no link could bring more. */
const MOST_NUMBERS = 100_000;
/** No body feels more. */
const MOST_SENSES = 1000;

const genomeText = float32FromText(MOST_NUMBERS);
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(finite, v.integer(), v.minValue(0));
const column = <S extends v.GenericSchema<number>>(field: S) => v.pipe(v.array(field), v.maxLength(MOST_SENSES));

/** The brain that a run begins with instead of a newborn one: plain JSON. */
export const startSchema = v.strictObject({
  /** Numbers of 4 bytes, little-endian, in base64. */
  genome: v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const read = dataset.typed ? v.safeParse(genomeText, dataset.value) : undefined;
      if (read?.success === false) addIssue({ message: 'must be finite numbers of 4 bytes each in base64' });
    }),
  ),
  /** Of all observations it has learnt from, which the run goes on adding to; null for none. */
  statistics: v.nullable(
    v.strictObject({ count, mean: column(finite), squares: column(v.pipe(v.number(), v.finite(), v.minValue(0))) }),
  ),
  /** Whose it was, for the record. */
  from: v.optional(v.strictObject({ title: v.pipe(v.string(), v.maxLength(100)), seed: count, generation: count })),
});

export type Start = v.InferOutput<typeof startSchema>;

/** What a run begins with. */
export interface Trained {
  genome: Genome;
  statistics: Moments | null;
}

/** The start in a document. */
export function startFrom({ genome, statistics }: Trained, from: NonNullable<Start['from']>): Start {
  // JSON knows no -0.
  const plain = (values: Float64Array) => Array.from(values, (value) => value + 0);
  return {
    genome: float32ToText(genome),
    statistics: statistics && {
      count: statistics.count,
      mean: plain(statistics.mean),
      squares: plain(statistics.squares),
    },
    from,
  };
}

function trained({ genome, statistics }: Start): Trained {
  return {
    genome: parse(genomeText, genome, 'start.genome'),
    statistics: statistics && {
      count: statistics.count,
      mean: Float64Array.from(statistics.mean),
      squares: Float64Array.from(statistics.squares),
    },
  };
}

/** The brain that an experiment begins with; undefined for a newborn one. */
export function startOf({ start, run }: Pick<Experiment, 'start' | 'run'>): Trained | undefined {
  const found = start && trained(start);
  return found && { ...found, statistics: run.normalise ? found.statistics : null };
}

/** Why the brain that an experiment begins with is none of its own, in one sentence; empty when it is, or a newborn one. */
export function startFault(experiment: Pick<Experiment, 'start' | 'body' | 'task' | 'brain'>): string {
  if (experiment.start === undefined) return '';
  const { genome, statistics } = trained(experiment.start);
  const { plan, brain, task, settings } = habitatOf(experiment);
  const fault = genomeFault(brain, genome);
  if (fault !== '') return `start does not fit: ${fault}`;
  const felt = sensesIn(task, plan, settings).length;
  if (statistics && (statistics.mean.length !== felt || statistics.squares.length !== felt)) {
    return `start.statistics are not of ${felt} numbers each, which is what its body feels`;
  }
  return '';
}
