import type { Genome } from '../creature/genome.ts';
import type { Moments } from '../math/stats.ts';
import { engine } from '../sim/engine.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import type { Recording } from '../sim/recording.ts';
import type { Episode, EpisodeRequest } from '../sim/rollout.ts';
import { effectiveAt } from './amend.ts';
import type { Batch } from './batch.ts';
import { type Champion, championHash } from './champion.ts';
import type { Evaluator } from './evaluator.ts';
import type { Experiment } from './experiment-schema.ts';

/** What is needed to simulate a champion's tests again, and their results. */
export interface Replay {
  engine: { simulation: number; planck: string };
  experiment: Experiment;
  /** The champion's generation: amendments up to it apply. */
  generation: number;
  genome: Genome;
  statistics: Moments | null;
  tests: { seed: number; fitness: number; distance: number; hash: string; trace: string }[];
  /** Mean fitness over the tests, and their hash. */
  fitness: number;
  hash: string;
  /** The colour that its owner gave to the creature, six hexadecimal digits; changes no result. */
  colour?: string | undefined;
  /** Recording of the first test, if stored; shown if this engine gives a different result. */
  recording: Recording | undefined;
}

/** The replay of a champion of a run of `experiment`. */
export function replayOf(experiment: Experiment, champion: Champion): Replay {
  const { generation, genome, statistics, tests, fitness, recording } = champion;
  return {
    engine: { ...engine },
    experiment,
    generation,
    genome,
    statistics,
    tests: tests.map(({ seed, trace, evaluation: { fitness, metrics, hash } }) => {
      return { seed, fitness, distance: metrics.distance, hash, trace };
    }),
    fitness,
    hash: championHash(tests),
    recording,
  };
}

/** Episodes of a replay's creature with these seeds; `record` records the first. */
export function testBatch(replay: Replay, seeds: readonly number[], record = false): Batch {
  const { genome, statistics } = replay;
  const requests = seeds.map((seed, i): EpisodeRequest => {
    return { genome, seed, statistics, record: record && i === 0, trace: true };
  });
  return { experiment: effectiveAt(replay.experiment, replay.generation), requests };
}

/** Result of simulating a replay's tests again. */
export interface Verdict {
  /** Whether every test is the same to the last bit. */
  verified: boolean;
  fitness: number;
  hash: string;
  evaluations: Evaluation[];
  /** A sentence on the first difference; empty when verified. */
  difference: string;
  /** The first test and second with a different state; undefined if verified or unknown. */
  differsAt: { test: number; second: number } | undefined;
  /** The tests as simulated now. */
  episodes: Episode[];
}

/** Simulates a replay's tests again and compares; `record` records the first. */
export async function verify(replay: Replay, evaluator: Evaluator, record = false): Promise<Verdict> {
  const seeds = replay.tests.map(({ seed }) => seed);
  const episodes = await evaluator.evaluate(testBatch(replay, seeds, record));
  const evaluations = episodes.map(({ evaluation }) => evaluation);
  const tests = evaluations.map((evaluation, i) => ({ seed: seeds[i]!, evaluation }));
  const hash = championHash(tests);
  const fitness = evaluations.reduce((sum, evaluation) => sum + evaluation.fitness, 0) / evaluations.length;
  const differsAt = firstDifference(replay, episodes);
  const difference = differenceOf(replay, evaluations, { fitness, hash }, differsAt);
  return {
    verified: difference === '',
    fitness,
    hash,
    evaluations,
    difference,
    differsAt: differsAt,
    episodes: episodes,
  };
}

/** Hexadecimal digits of the hash of one second. */
const SECOND = 8;

/** The first second of any test whose state differs from the replay; undefined without traces. */
function firstDifference({ tests }: Replay, episodes: readonly Episode[]): Verdict['differsAt'] {
  for (const [test, { trace }] of tests.entries()) {
    const now = episodes[test]!.trace;
    if (trace === '') continue;
    for (let at = 0; at < Math.max(trace.length, now.length); at += SECOND) {
      if (trace.slice(at, at + SECOND) !== now.slice(at, at + SECOND)) return { test, second: at / SECOND + 1 };
    }
  }
  return undefined;
}

function differenceOf(
  replay: Replay,
  evaluations: readonly Evaluation[],
  { fitness, hash }: Pick<Verdict, 'fitness' | 'hash'>,
  differsAt: Verdict['differsAt'],
): string {
  const { engine: made, tests } = replay;
  const why =
    made.simulation === engine.simulation && made.planck === engine.planck
      ? 'the file was changed, or was made by another program than it says'
      : `it was made by simulation ${made.simulation} on planck ${made.planck}, this is ${engine.simulation} on ${engine.planck}`;
  for (const [i, test] of tests.entries()) {
    const { fitness, hash, metrics } = evaluations[i]!;
    const now = { fitness, distance: metrics.distance, hash };
    const parts = (['fitness', 'distance', 'hash'] as const).filter((key) => now[key] !== test[key]);
    const words = parts.map((key) => `${key} ${now[key]} instead of ${test[key]}`);
    if (words.length > 0) return `test ${i + 1} has ${words.join(', ')}: ${why}`;
  }
  if (fitness !== replay.fitness || hash !== replay.hash)
    return `every test is the same but the summary differs: ${why}`;
  if (differsAt) return `every test has the same result, but by other states on the way: ${why}`;
  return '';
}
