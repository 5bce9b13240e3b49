import { seedOf } from '../src/math/rng.ts';
import { mean } from '../src/math/stats.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { type GaitSummary, summariseGait } from '../src/run/gait-summary.ts';
import { type Replay, testBatch } from '../src/run/replay.ts';
import type { GaitName } from '../src/sim/gait/names.ts';

/** Grounds that a champion is tested on. */
const GROUNDS = 10;

/** A gait over the grounds on which its creature got anywhere, and how it went on all of them. */
export interface GaitTest extends GaitSummary {
  /** On how many of the grounds the gait had each name. */
  counts: ReadonlyMap<GaitName, number>;
  /** Metres, on average. */
  distance: number;
  falls: number;
}

/** Whether a test is of a walk: steps that pass and alternate, no flight, even long contacts, sure and sparing. */
export function isWalk({
  passing,
  alternation,
  flight,
  dutyFactors,
  falls,
  distance,
  costOfTransport,
}: GaitTest): boolean {
  const [one = 0, other = 0] = dutyFactors;
  const isStepping = passing >= 0.9 && alternation >= 0.9 && flight <= 0.05 && Math.min(one, other) >= 0.5;
  return isStepping && Math.abs(one - other) <= 0.1 && falls <= 2 && distance >= 10 && costOfTransport <= 0.6;
}

function counted(names: readonly GaitName[]): Map<GaitName, number> {
  return new Map(names.map((name) => [name, names.filter((other) => other === name).length]));
}

/** A replay's creature on fresh grounds, unaided. */
export async function testGait(replay: Replay, evaluator: Evaluator): Promise<GaitTest> {
  const seeds = Array.from({ length: GROUNDS }, (_, i) => seedOf(replay.experiment.seed, 'fresh gait', i));
  const episodes = await evaluator.evaluate(testBatch(replay, seeds));
  const metrics = episodes.map(({ evaluation }) => evaluation.metrics);
  const moving = metrics.filter(({ distance }) => distance > 0.5);
  return {
    ...summariseGait((moving.length > 0 ? moving : metrics).map(({ gait }) => gait)),
    counts: counted(metrics.map(({ gait }) => gait.name)),
    distance: mean(metrics.map(({ distance }) => distance)),
    falls: metrics.reduce((sum, { falls }) => sum + falls, 0),
  };
}
