import type { Genome } from '../creature/genome.ts';
import { createHash } from '../math/hash.ts';
import type { Moments } from '../math/stats.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import type { Recording } from '../sim/recording.ts';
import type { Episode, EpisodeRequest } from '../sim/rollout.ts';

/** One of the lives a champion was tested by. */
export interface Test {
  seed: number;
  evaluation: Evaluation;
  /** The state of every second, as `Life` has it. */
  trace: string;
}

/** Who a generation puts forward, with all that it takes to see it walk again. */
export interface Champion {
  /** The generation it is of, from 0. */
  generation: number;
  genome: Genome;
  /** The statistics it lived under; null for none. */
  statistics: Moments | null;
  /** Lives on ground that nobody trained on. */
  tests: Test[];
  /** Mean over the tests. */
  fitness: number;
  distance: number;
  /** How many of the tests ended in a fall. */
  falls: number;
  /** Of the first test, when the run records. */
  recording: Recording | undefined;
}

/** The champion that these lives tested, or undefined when one of them failed: a broken simulation is never champion. */
export function championOf(generation: number, requests: EpisodeRequest[], lives: Episode[]): Champion | undefined {
  const first = requests[0];
  if (first === undefined || lives.some(({ evaluation }) => evaluation.ending === 'failed')) return undefined;
  const tests = lives.map(({ evaluation, trace }, i) => ({
    seed: (requests[i] as EpisodeRequest).seed,
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
    recording: lives[0]?.recording,
  };
}

/** A fingerprint of every state hash and fitness of a champion's tests, 16 hexadecimal digits. */
export function championHash(tests: readonly { evaluation: Pick<Evaluation, 'fitness' | 'hash'> }[]): string {
  const hash = createHash();
  for (const { evaluation } of tests) {
    hash.add(evaluation.fitness);
    for (const half of [evaluation.hash.slice(0, 8), evaluation.hash.slice(8)]) hash.add(Number.parseInt(half, 16));
  }
  return hash.digest();
}
