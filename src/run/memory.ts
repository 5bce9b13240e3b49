import { effectiveAt } from './amend.ts';
import type { Experiment } from './experiment-schema.ts';
import { setupOf } from './setup.ts';

/** Maximum memory of a run in a page and in Node, bytes. */
export const MEMORY_LIMITS = { page: 1e9, node: 4e9 } as const;

/** Bytes of a weight in the genomes of a generation: float32, and a quarter more for messages to workers. */
const WEIGHT_BYTES = 5;
/** Bytes of an episode's result without its observation statistics: metrics, hash, trace. */
const EPISODE_BYTES = 2000;
/** Square matrices of float64 that a search with a full covariance has at a time. */
const MATRICES = 6;
const WITH_COVARIANCE = ['cma-es', 'xnes'];

interface Need {
  bytes: number;
  /** What needs the memory, as text. */
  words: string;
  /** The settings that lower it. */
  settings: string;
}

/** The memory that a generation needs, estimated from the settings. */
export function memoryNeed(experiment: Experiment): Need {
  const { brain, plan } = setupOf(experiment);
  const { optimizer, run } = experiment;
  const weights = brain.parameterCount;
  const population = Number(optimizer.populationSize ?? 0);
  const resolution = optimizer.name === 'map-elites' ? Number(optimizer.resolution ?? 0) : 0;
  const elites = resolution * resolution;
  const matrices = WITH_COVARIANCE.includes(optimizer.name) ? MATRICES * 8 * weights * weights : 0;
  // Sensors are about six for each joint, of 16 bytes each.
  const episodes = population * run.trials * (EPISODE_BYTES + 100 * plan.joints.length);
  const bytes = (population + elites) * weights * WEIGHT_BYTES + matrices + episodes;
  const trials = run.trials === 1 ? '1 trial' : `${run.trials} trials`;
  const also = matrices > bytes / 2 ? `, ${optimizer.name} with ${weights} x ${weights} matrices` : '';
  return {
    bytes,
    words: `a population of ${population} with ${weights} weights each and ${trials}${also}`,
    settings:
      matrices > bytes / 2 ? 'a smaller brain or another optimizer' : 'a smaller population, brain or number of trials',
  };
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(bytes < 1e10 ? 1 : 0)} GB`;

/** One sentence when a run of the experiment needs more than `limit` bytes in any of its generations; empty otherwise. */
export function memoryFault(experiment: Experiment, limit: number): string {
  const first = memoryNeed(effectiveAt(experiment, 0));
  const last = memoryNeed(effectiveAt(experiment, Number.POSITIVE_INFINITY));
  const { bytes, words, settings } = last.bytes > first.bytes ? last : first;
  if (bytes <= limit) return '';
  return `this run needs about ${gigabytes(bytes)} of memory (${words}), the limit here is ${gigabytes(limit)}: choose ${settings}`;
}

/** Throws an Error that gives the numbers when a run of the experiment needs more than `limit` bytes. */
export function checkMemory(experiment: Experiment, limit: number): void {
  const fault = memoryFault(experiment, limit);
  if (fault !== '') throw new Error(fault);
}
