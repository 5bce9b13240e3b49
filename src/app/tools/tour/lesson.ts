import type { Genome } from '../../../creature/genome.ts';
import { seedOf, stream } from '../../../math/rng.ts';
import { emptyMoments, type Moments, merge } from '../../../math/stats.ts';
import type { Batch } from '../../../run/batch.ts';
import { parseExperiment } from '../../../run/experiment.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { setupOf } from '../../../run/setup.ts';
import type { Episode } from '../../../sim/rollout.ts';

/** Simulates the episodes of a batch: in the page's worker, or in process in tests. */
export type Simulate = (batch: Batch) => Promise<Episode[]>;

/** Population size of the tour's run. */
export const LESSON_POPULATION = 40;

/** The tour's experiment: the default biped with a larger step size, as it starts from random weights and not from 0. */
export const lessonExperiment = (brain: Record<string, unknown> = { name: 'mlp' }): Experiment =>
  parseExperiment({
    brain,
    task: { name: 'walk', duration: 8 },
    optimizer: { name: 'snes', populationSize: LESSON_POPULATION, sigma: 0.2 },
    run: { championTrials: 1 },
  });

/** The tour's experiment with a step size that is far too small: all brains of a generation are nearly the same. */
export const stuckExperiment = (): Experiment => {
  const { optimizer, ...rest } = lessonExperiment();
  return parseExperiment({ ...rest, optimizer: { ...optimizer, sigma: 0.002 } });
};

/** Standard deviation of the weights of an untrained brain. */
const SPREAD = 0.2;

/** Number of untrained brains whose observations give the initial statistics. */
const STATISTICS_SAMPLE = 24;

/** Random brains that are skipped, so that the first one shown falls on the spot. */
const SKIPPED = 3;

/** A genome of normally distributed random weights, the same for the same number. */
export function untrainedBrain(experiment: Experiment, number: number): Genome {
  const rng = stream(experiment.seed, 'newborn', number + SKIPPED);
  const { parameterCount } = setupOf(experiment).brain;
  return Float32Array.from({ length: parameterCount }, () => SPREAD * rng.normal());
}

/** A batch with one episode for each genome, on the ground of the first generation. */
export function lessonBatch(
  experiment: Experiment,
  genomes: readonly Genome[],
  statistics: Moments | null,
  record: boolean,
): Batch {
  const seed = seedOf(experiment.seed, 'life', 0, 0);
  return { experiment, requests: genomes.map((genome) => ({ genome, seed, statistics, record })) };
}

/**
 * Moments of the observations of untrained brains. They normalise all observations of the tour from its first step on, so
 * that the same weights behave alike before and after the first generation.
 */
export async function initialStatistics(experiment: Experiment, simulate: Simulate): Promise<Moments> {
  const genomes = Array.from({ length: STATISTICS_SAMPLE }, (_, i) => untrainedBrain(experiment, i + 1 - SKIPPED));
  const episodes = await simulate(lessonBatch(experiment, genomes, null, false));
  return episodes.reduce(
    (sum, { observed }) => merge(sum, observed),
    emptyMoments(episodes[0]?.observed.mean.length ?? 0),
  );
}
