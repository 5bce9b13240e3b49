import type { Genome } from '../../../creature/genome.ts';
import { seedOf, stream } from '../../../math/rng.ts';
import { emptyMoments, type Moments, merge } from '../../../math/stats.ts';
import type { Batch } from '../../../run/batch.ts';
import { parseExperiment } from '../../../run/experiment.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { setupOf } from '../../../run/setup.ts';
import type { Episode } from '../../../sim/rollout.ts';

/** Lives these somewhere: beside the run on the page, here in tests. */
export type Live = (batch: Batch) => Promise<Episode[]>;

/** Tries in each generation of the tour. */
export const TRIES = 40;

/** What the tour teaches by: the usual biped, with a wider reach, since it begins from dice and not from rest. */
export const lesson = (brain: Record<string, unknown> = { name: 'mlp' }): Experiment =>
  parseExperiment({
    brain,
    task: { name: 'walk', duration: 8 },
    optimizer: { name: 'snes', populationSize: TRIES, sigma: 0.2 },
    run: { championTrials: 1 },
  });

/** How far from 0 the knobs of a newborn lie, typically. */
const SPREAD = 0.2;

/** How many newborns are felt through before any is shown. */
const NURSERY = 24;

/** Throws of the dice that nobody is shown: the first newborn is one that falls on the spot, as one expects of it. */
const UNSEEN = 3;

/** A brain with every knob thrown like a die; the same number gives the same newborn. */
export function untrained(experiment: Experiment, number: number): Genome {
  const rng = stream(experiment.seed, 'newborn', number + UNSEEN);
  const { parameterCount } = setupOf(experiment).brain;
  return Float32Array.from({ length: parameterCount }, () => SPREAD * rng.normal());
}

/** Lives on the ground of the first generation, one for each genome. */
export function livesOf(
  experiment: Experiment,
  genomes: readonly Genome[],
  statistics: Moments | null,
  record: boolean,
): Batch {
  const seed = seedOf(experiment.seed, 'life', 0, 0);
  return { experiment, requests: genomes.map((genome) => ({ genome, seed, statistics, record })) };
}

/**
 * What newborns feel: by this all observations of the tour are scaled from its first step on, so that a brain with the same
 * knobs does the same before and after the first generation.
 */
export async function firstFeelings(experiment: Experiment, live: Live): Promise<Moments> {
  const genomes = Array.from({ length: NURSERY }, (_, i) => untrained(experiment, i + 1 - UNSEEN));
  const lives = await live(livesOf(experiment, genomes, null, false));
  return lives.reduce((sum, { observed }) => merge(sum, observed), emptyMoments(lives[0]?.observed.mean.length ?? 0));
}
