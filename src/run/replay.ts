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

/** The recipe of a champion: what it takes to live its tests again, and what they came to. */
export interface Replay {
  engine: { simulation: number; planck: string };
  experiment: Experiment;
  /** The generation that the champion is of: amendments up to it are in force. */
  generation: number;
  genome: Genome;
  statistics: Moments | null;
  tests: { seed: number; fitness: number; distance: number; hash: string; trace: string }[];
  /** Mean fitness over the tests, and the fingerprint of all of them. */
  fitness: number;
  hash: string;
  /** How its first test looked, where that was kept: to be shown when this engine comes to something else. */
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

/** Lives of a replay's creature on ground from these seeds; only the first is recorded, when asked. */
export function livesOf(replay: Replay, seeds: readonly number[], record = false): Batch {
  const { genome, statistics } = replay;
  const requests = seeds.map((seed, i): EpisodeRequest => {
    return { genome, seed, statistics, record: record && i === 0, trace: true };
  });
  return { experiment: effectiveAt(replay.experiment, replay.generation), requests };
}

/** What living a replay's tests again came to. */
export interface Verdict {
  /** Whether every test went the same way to the last bit. */
  verified: boolean;
  fitness: number;
  hash: string;
  evaluations: Evaluation[];
  /** A sentence on the first difference; empty when verified. */
  difference: string;
  /** The first second that went otherwise, of which test; undefined when verified or not known. */
  partsAt: { test: number; second: number } | undefined;
  /** The tests as they were lived now. */
  lives: Episode[];
}

/** Lives a replay's tests again, the first of them recorded if asked, and compares. */
export async function verify(replay: Replay, evaluator: Evaluator, record = false): Promise<Verdict> {
  const seeds = replay.tests.map(({ seed }) => seed);
  const lives = await evaluator.evaluate(livesOf(replay, seeds, record));
  const evaluations = lives.map(({ evaluation }) => evaluation);
  const tests = evaluations.map((evaluation, i) => ({ seed: seeds[i] as number, evaluation }));
  const hash = championHash(tests);
  const fitness = evaluations.reduce((sum, evaluation) => sum + evaluation.fitness, 0) / evaluations.length;
  const partsAt = partingOf(replay, lives);
  const difference = differenceOf(replay, evaluations, { fitness, hash }, partsAt);
  return { verified: difference === '', fitness, hash, evaluations, difference, partsAt, lives };
}

/** Hexadecimal digits of one second's state. */
const SECOND = 8;

/** The first second of any test whose state is not what the replay says; undefined where it says nothing. */
function partingOf({ tests }: Replay, lives: readonly Episode[]): Verdict['partsAt'] {
  for (const [test, { trace }] of tests.entries()) {
    const now = (lives[test] as Episode).trace;
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
  partsAt: Verdict['partsAt'],
): string {
  const { engine: made, tests } = replay;
  const why =
    made.simulation === engine.simulation && made.planck === engine.planck
      ? 'the file was changed, or made otherwise than it says'
      : `it was made by simulation ${made.simulation} on planck ${made.planck}, this is ${engine.simulation} on ${engine.planck}`;
  for (const [i, test] of tests.entries()) {
    const { fitness, hash, metrics } = evaluations[i] as Evaluation;
    const now = { fitness, distance: metrics.distance, hash };
    const parts = (['fitness', 'distance', 'hash'] as const).filter((key) => now[key] !== test[key]);
    const words = parts.map((key) => `${key} ${now[key]} instead of ${test[key]}`);
    if (words.length > 0) return `life ${i + 1} came to ${words.join(', ')}: ${why}`;
  }
  if (fitness !== replay.fitness || hash !== replay.hash)
    return `every life is the same but the summary differs: ${why}`;
  if (partsAt) return `every life comes to the same, but by other states on the way: ${why}`;
  return '';
}
