import { actuatorCount } from '../creature/muscle.ts';
import { plural } from '../schema/plural.ts';
import type { Experiment } from './experiment-schema.ts';
import { settingsOverTime } from './settings-over-time.ts';
import { setupOf } from './setup.ts';

/** Maximum memory of a run in a page and in Node, bytes. */
export const MEMORY_LIMITS = { page: 1e9, node: 4e9 } as const;

/**
 * Bytes per weight of a population, measured as 12 to 15 on Node: the genomes as float32, the optimizer's copies, messages to
 * workers, and memory that is not collected yet.
 */
const WEIGHT_BYTES = 12;
/** Bytes of an episode's result without its observation statistics: metrics, hash, trace. */
const EPISODE_BYTES = 6000;
/** Square matrices of float64 that a search with a full covariance has at a time. */
const MATRICES = 6;
const WITH_COVARIANCE = ['cma-es', 'xnes'];

interface Need {
  bytes: number;
  /** The quantities that determine it, for error messages. */
  words: string;
  /** How to lower it, for error messages. */
  settings: string;
}

/** Quantities that do not change during a run. */
interface Sizes {
  optimizer: string;
  weights: number;
  joints: number;
  /** Cells of the archive of MAP-Elites. */
  elites: number;
}

/** Settings that may change during a run and determine the memory it needs. */
const POPULATION = 'optimizer.populationSize';
const TRIALS = 'run.trials';

function sizesOf(experiment: Experiment): Sizes {
  const { brain, plan } = setupOf(experiment);
  const { name, resolution } = experiment.optimizer;
  const elites = name === 'map-elites' ? Number(resolution) * Number(resolution) : 0;
  return { optimizer: name, weights: brain.parameterCount, joints: actuatorCount(plan), elites };
}

function needOf({ optimizer, weights, joints, elites }: Sizes, population: number, trials: number): Need {
  const matrices = WITH_COVARIANCE.includes(optimizer) ? MATRICES * 8 * weights * weights : 0;
  // A body has about six sensors per joint, with 16 bytes of statistics each.
  const episodes = population * trials * (EPISODE_BYTES + 100 * joints);
  const bytes = (population + elites) * weights * WEIGHT_BYTES + matrices + episodes;
  const isMatrices = matrices > bytes / 2;
  const also = isMatrices ? `, ${optimizer} with ${weights} x ${weights} matrices` : '';
  return {
    bytes,
    words: `a population of ${population} with ${weights} weights each and ${plural(trials, 'trial')}${also}`,
    settings: isMatrices ? 'a smaller brain or another optimizer' : 'a smaller population, brain or number of trials',
  };
}

/** The need of generation `from` and of each later one that an amendment changes. */
function needsOverTime(experiment: Experiment, from = 0): { where: string; need: Need }[] {
  const sizes = sizesOf(experiment);
  return settingsOverTime(experiment, [POPULATION, TRIALS], from).map(({ generation, amendment, values }) => ({
    where: amendment === undefined ? '' : `amendments[${amendment}].changes: from generation ${generation} on `,
    need: needOf(sizes, Number(values.get(POPULATION) ?? 0), Number(values.get(TRIALS))),
  }));
}

/** The largest memory that a generation of the experiment needs, estimated without allocating anything. */
export function memoryNeed(experiment: Experiment): Need {
  const needs = needsOverTime(experiment).map(({ need }) => need);
  return needs.reduce((largest, need) => (need.bytes > largest.bytes ? need : largest));
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(bytes < 1e10 ? 1 : 0)} GB`;

/**
 * One sentence when a run of the experiment needs more than `limit` bytes in generation `from` or later; it names the
 * amendment after which it does. Empty otherwise.
 */
export function memoryFault(experiment: Experiment, limit: number, from = 0): string {
  const found = needsOverTime(experiment, from).find(({ need }) => need.bytes > limit);
  if (found === undefined) return '';
  const { bytes, words, settings } = found.need;
  return `${found.where}this run needs about ${gigabytes(bytes)} of memory (${words}), the limit here is ${gigabytes(limit)}: choose ${settings}`;
}

/** Throws an Error with the sentence of `memoryFault` unless that is empty. */
export function checkMemory(experiment: Experiment, limit: number, from = 0): void {
  const fault = memoryFault(experiment, limit, from);
  if (fault !== '') throw new Error(fault);
}
