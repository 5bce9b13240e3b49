import type { Genome } from '../creature/genome.ts';
import { seedOf } from '../math/rng.ts';
import type { Moments } from '../math/stats.ts';
import type { EpisodeRequest } from '../sim/rollout.ts';
import type { Experiment } from './experiment-schema.ts';

/** Requests for `count` episodes of a genome, for training (`life`) or as tests of a champion; `from` is the number of the first one. */
export type RequestsFor = (
  genome: Genome,
  purpose: 'life' | 'champion',
  count: number,
  from?: number,
) => EpisodeRequest[];

/**
 * The requests of a generation. Common random numbers: all genomes of a generation get the same ground, the champion's tests get
 * their own.
 * @param record whether to record a champion's first test
 */
export function requestsIn(
  { seed, run }: Experiment,
  generation: number,
  statistics: Moments | null,
  record: boolean,
): RequestsFor {
  const testGround = run.championGrounds === 'same' ? 0 : generation;
  return (genome, purpose, count, from = 0) =>
    Array.from({ length: count }, (_, i) => i + from).map((trial) => ({
      genome,
      seed: seedOf(seed, purpose, purpose === 'champion' ? testGround : generation, trial),
      statistics,
      ...(purpose === 'life' ? { generation } : {}),
      record: record && purpose === 'champion' && trial === 0,
      trace: purpose === 'champion',
    }));
}
