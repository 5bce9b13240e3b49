import type { Experiment, SettingValue } from './experiment-schema.ts';
import { setupOf } from './setup.ts';

/** Memory that a run may take where it runs, bytes. */
export const MEMORY_LIMITS = { page: 1e9, node: 4e9 } as const;

/** Bytes of a weight: as float32 among the genomes of a generation, with a quarter more for what is under way to workers. */
const WEIGHT_BYTES = 5;
/** Bytes of an episode's result without its observation statistics: metrics, hash, trace. */
const EPISODE_BYTES = 2000;
/** Square matrices of float64 that a search with a full covariance has at a time. */
const MATRICES = 6;
const WITH_COVARIANCE = ['cma-es', 'xnes'];

interface Need {
  bytes: number;
  /** What it is made of, for people. */
  words: string;
  /** The settings that lower it. */
  settings: string;
}

/** Settings that decide the memory of a generation and may change during a run. */
const PATHS = ['optimizer.populationSize', 'run.trials'] as const;
type Sizes = Partial<Record<string, SettingValue>>;

/** The sizes in effect at the start and after each amendment that changes one of them. */
function sizesOverTime(experiment: Experiment): Sizes[] {
  const { optimizer, run } = experiment;
  const population = optimizer.populationSize as SettingValue | undefined;
  const found: Sizes[] = [{ 'optimizer.populationSize': population, 'run.trials': run.trials }];
  // Of several amendments of one setting that are due, the last one in the list is in effect.
  const latest = new Map<string, number>();
  const due = [...experiment.amendments.entries()].sort(([i, a], [j, b]) => a.generation - b.generation || i - j);
  let generation = 0;
  for (const [place, { generation: from, changes }] of due) {
    const made = PATHS.filter((path) => Object.hasOwn(changes, path) && place >= (latest.get(path) ?? 0));
    if (made.length === 0) continue;
    for (const path of made) latest.set(path, place);
    const now = { ...found.at(-1), ...Object.fromEntries(made.map((path) => [path, changes[path]])) };
    if (from === generation) found[found.length - 1] = now;
    else found.push(now);
    generation = from;
  }
  return found;
}

/** The largest memory that a generation of the experiment needs, estimated from the settings: no array is made for it. */
export function memoryNeed(experiment: Experiment): Need {
  const { brain, plan } = setupOf(experiment);
  const { name, resolution } = experiment.optimizer;
  const elites = name === 'map-elites' ? Number(resolution) * Number(resolution) : 0;
  const shape = { name, elites, weights: brain.parameterCount, joints: plan.joints.length };
  const needs = sizesOverTime(experiment).map((sizes) => needOf(shape, sizes));
  return needs.reduce((most, each) => (each.bytes > most.bytes ? each : most));
}

/** What of an experiment decides its memory and cannot change during a run. */
interface Shape {
  /** Of the optimizer. */
  name: string;
  elites: number;
  weights: number;
  joints: number;
}

function needOf({ name, elites, weights, joints }: Shape, sizes: Sizes): Need {
  const [population, trials] = PATHS.map((path) => Number(sizes[path] ?? 0)) as [number, number];
  const matrices = WITH_COVARIANCE.includes(name) ? MATRICES * 8 * weights * weights : 0;
  // Sensors are about six for each joint, of 16 bytes each.
  const episodes = population * trials * (EPISODE_BYTES + 100 * joints);
  const bytes = (population + elites) * weights * WEIGHT_BYTES + matrices + episodes;
  const also = matrices > bytes / 2 ? `, ${name} with ${weights} x ${weights} matrices` : '';
  return {
    bytes,
    words: `a population of ${population} with ${weights} weights each and ${trials === 1 ? '1 trial' : `${trials} trials`}${also}`,
    settings:
      matrices > bytes / 2 ? 'a smaller brain or another optimizer' : 'a smaller population, brain or number of trials',
  };
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(bytes < 1e10 ? 1 : 0)} GB`;

/** One sentence when a run of the experiment needs more than `limit` bytes in any of its generations; empty otherwise. */
export function memoryFault(experiment: Experiment, limit: number): string {
  const { bytes, words, settings } = memoryNeed(experiment);
  if (bytes <= limit) return '';
  return `this run needs about ${gigabytes(bytes)} of memory (${words}), and ${gigabytes(limit)} is the limit here: choose ${settings}`;
}

/** Throws an Error that gives the numbers when a run of the experiment needs more than `limit` bytes. */
export function checkMemory(experiment: Experiment, limit: number): void {
  const fault = memoryFault(experiment, limit);
  if (fault !== '') throw new Error(fault);
}
