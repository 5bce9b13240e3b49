import { type Genome, genomeFault } from '../creature/genome.ts';
import type { Moments } from '../math/stats.ts';
import { parse } from '../schema/fault.ts';
import { float32ToText } from '../schema/floats.ts';
import { sensorsIn } from '../sim/task.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';
import { genomeText, type Start } from './start-schema.ts';

/** What a run begins with. */
export interface TrainedBrain {
  genome: Genome;
  statistics: Moments | null;
}

/** The start in a document. */
export function startToDocument({ genome, statistics }: TrainedBrain, from: NonNullable<Start['from']>): Start {
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

function trained({ genome, statistics }: Start): TrainedBrain {
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
export function startOf({ start, run }: Pick<Experiment, 'start' | 'run'>): TrainedBrain | undefined {
  const found = start && trained(start);
  return found && { ...found, statistics: run.normalise ? found.statistics : null };
}

/** Why the brain that an experiment begins with is none of its own, in one sentence; empty when it is, or a newborn one. */
export function startFault(experiment: Pick<Experiment, 'start' | 'body' | 'task' | 'brain'>): string {
  if (experiment.start === undefined) return '';
  const { genome, statistics } = trained(experiment.start);
  const { plan, brain, task, settings } = setupOf(experiment);
  const fault = genomeFault(brain, genome);
  if (fault !== '') return `start does not fit: ${fault}`;
  const felt = sensorsIn(task, plan, settings).length;
  if (statistics && (statistics.mean.length !== felt || statistics.squares.length !== felt)) {
    return `start.statistics are not of ${felt} numbers each, which is what its body feels`;
  }
  return '';
}
