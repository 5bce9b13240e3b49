import type { Genome } from '../creature/genome.ts';
import type { Moments } from '../math/stats.ts';
import { engine } from '../sim/engine.ts';
import type { Evaluation } from '../sim/evaluation.ts';
import type { LifeRequest } from '../sim/rollout.ts';
import { inForce } from './amend.ts';
import { type Champion, championHash } from './champion.ts';
import type { Batch, Evaluator } from './evaluator.ts';
import type { Experiment } from './experiment.ts';

/** The recipe of a champion: what it takes to live its tests again, and what they came to. */
export interface Replay {
  engine: { simulation: number; planck: string };
  experiment: Experiment;
  /** The generation that the champion is of: amendments up to it are in force. */
  generation: number;
  genome: Genome;
  statistics: Moments | null;
  tests: { seed: number; fitness: number; distance: number; hash: string }[];
  /** Mean fitness over the tests, and the fingerprint of all of them. */
  fitness: number;
  hash: string;
}

/** The replay of a champion of a run of `experiment`. */
export function replayOf(experiment: Experiment, champion: Champion): Replay {
  const { generation, genome, statistics, tests, fitness } = champion;
  return {
    engine: { ...engine },
    experiment,
    generation,
    genome,
    statistics,
    tests: tests.map(({ seed, evaluation: { fitness, metrics, hash } }) => {
      return { seed, fitness, distance: metrics.distance, hash };
    }),
    fitness,
    hash: championHash(tests),
  };
}

/** Lives of a replay's creature on ground from these seeds; only the first is recorded, when asked. */
export function livesOf(replay: Replay, seeds: readonly number[], record = false): Batch {
  const { genome, statistics } = replay;
  const requests = seeds.map((seed, i): LifeRequest => ({ genome, seed, statistics, record: record && i === 0 }));
  return { experiment: inForce(replay.experiment, replay.generation), requests };
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
}

/** Lives a replay's tests again and compares. */
export async function verify(replay: Replay, evaluator: Evaluator): Promise<Verdict> {
  const seeds = replay.tests.map(({ seed }) => seed);
  const lives = await evaluator.evaluate(livesOf(replay, seeds));
  const evaluations = lives.map(({ evaluation }) => evaluation);
  const tests = evaluations.map((evaluation, i) => ({ seed: seeds[i] as number, evaluation }));
  const hash = championHash(tests);
  const fitness = evaluations.reduce((sum, evaluation) => sum + evaluation.fitness, 0) / evaluations.length;
  const difference = differenceOf(replay, evaluations, fitness, hash);
  return { verified: difference === '', fitness, hash, evaluations, difference };
}

function differenceOf(replay: Replay, evaluations: readonly Evaluation[], fitness: number, hash: string): string {
  const { engine: made, tests } = replay;
  const why =
    made.simulation === engine.simulation && made.planck === engine.planck
      ? 'the file was changed, or made otherwise than it says'
      : `it was made by simulation ${made.simulation} on planck ${made.planck}, this is ${engine.simulation} on ${engine.planck}`;
  for (const [i, test] of tests.entries()) {
    const { fitness, hash, metrics } = evaluations[i] as Evaluation;
    const now = `fitness ${fitness}, distance ${metrics.distance}, hash ${hash}`;
    const then = `fitness ${test.fitness}, distance ${test.distance}, hash ${test.hash}`;
    if (now !== then) return `life ${i + 1} came to ${now} instead of ${then}: ${why}`;
  }
  if (fitness !== replay.fitness || hash !== replay.hash)
    return `every life is the same but the summary differs: ${why}`;
  return '';
}
