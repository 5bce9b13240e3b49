import { type Genome, genomeFault } from '../creature/genome.ts';
import type { Moments } from '../math/stats.ts';
import { parse } from '../schema/fault.ts';
import { float32ToText } from '../schema/floats.ts';
import { sensorsIn } from '../sim/task.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';
import { genomeText, type Start } from './start-schema.ts';

/** A trained brain that a run starts with. */
export interface TrainedBrain {
  genome: Genome;
  statistics: Moments | null;
}

/** The `start` of a document. */
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

/** The trained brain that an experiment starts with; undefined for an untrained one. */
export function startOf({ start, run }: Pick<Experiment, 'start' | 'run'>): TrainedBrain | undefined {
  const found = start && trained(start);
  return found && { ...found, statistics: run.normalise ? found.statistics : null };
}

/** One sentence that says why an experiment's `start` does not fit its body and brain; empty if it does or there is none. */
export function startFault(experiment: Pick<Experiment, 'start' | 'body' | 'task' | 'brain'>): string {
  if (experiment.start === undefined) return '';
  const { genome, statistics } = trained(experiment.start);
  const { plan, brain, task, settings } = setupOf(experiment);
  const fault = genomeFault(brain, genome);
  if (fault !== '') return `start does not fit: ${fault}`;
  const sensorCount = sensorsIn(task, plan, settings).length;
  if (statistics && (statistics.mean.length !== sensorCount || statistics.squares.length !== sensorCount)) {
    return `start.statistics must have ${sensorCount} numbers each, one for each sensor of its body`;
  }
  return '';
}
