import type { Genome } from '../creature/genome.ts';
import { createHash } from '../math/hash.ts';
import type { Moments } from '../math/stats.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import type { Recording } from '../sim/recording.ts';
import type { Episode, EpisodeRequest } from '../sim/rollout.ts';

/** One test episode of a champion. */
export interface Test {
  seed: number;
  evaluation: Evaluation;
  /** State hashes, one a second, as in `Episode.trace`. */
  trace: string;
}

/** The champion of a generation, with all that is needed to simulate it again. */
export interface Champion {
  /** Its generation, from 0. */
  generation: number;
  genome: Genome;
  /** The statistics its observations were normalised by; null for none. */
  statistics: Moments | null;
  /** Test episodes, on ground not used in training. */
  tests: Test[];
  /** Mean over the tests. */
  fitness: number;
  distance: number;
  /** How many of the tests ended in a fall. */
  falls: number;
  /** Recording of the first test, if the run records. */
  recording: Recording | undefined;
}

/** The champion of these test episodes; undefined if one of them failed. */
export function championOf(generation: number, requests: EpisodeRequest[], episodes: Episode[]): Champion | undefined {
  const first = requests[0];
  if (first === undefined || episodes.some(({ evaluation }) => evaluation.ending === 'failed')) return undefined;
  const tests = episodes.map(({ evaluation, trace }, i) => ({
    seed: requests[i]!.seed,
    evaluation,
    trace,
  }));
  const average = (of: (evaluation: Evaluation) => number) =>
    tests.reduce((sum, { evaluation }) => sum + of(evaluation), 0) / tests.length;
  return {
    generation,
    genome: first.genome,
    statistics: first.statistics,
    tests,
    fitness: average(({ fitness }) => fitness),
    distance: average(({ metrics }) => metrics.distance),
    falls: tests.reduce((sum, { evaluation }) => sum + evaluation.metrics.falls, 0),
    recording: episodes[0]?.recording,
  };
}

/** Hash of the state hashes and fitnesses of a champion's tests, 16 hexadecimal digits. */
export function championHash(tests: readonly { evaluation: Pick<Evaluation, 'fitness' | 'hash'> }[]): string {
  const hash = createHash();
  for (const { evaluation } of tests) {
    hash.add(evaluation.fitness);
    for (const half of [evaluation.hash.slice(0, 8), evaluation.hash.slice(8)]) hash.add(Number.parseInt(half, 16));
  }
  return hash.digest();
}
