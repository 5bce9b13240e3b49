import { seedOf } from '../src/math/rng.ts';
import { mean } from '../src/math/stats.ts';
import type { Evaluator } from '../src/run/evaluator.ts';
import { livesOf, type Replay } from '../src/run/replay.ts';

/** Grounds that a champion is tested on. */
const GROUNDS = 10;

/** Means over the grounds; of the gait over those on which it got anywhere. */
export interface GaitTest {
  /** Names of the gaits, with how often each. */
  names: string;
  passing: number;
  alternation: number;
  flight: number;
  rawFlight: number;
  dutyFactors: number[];
  costOfTransport: number;
  froude: number;
  /** Metres. */
  distance: number;
  falls: number;
}

/** Whether a test is of a walk: steps that pass and alternate, no flight, even long contacts, sure and sparing. */
export function holds({
  passing,
  alternation,
  flight,
  dutyFactors,
  falls,
  distance,
  costOfTransport,
}: GaitTest): boolean {
  const [one = 0, other = 0] = dutyFactors;
  const isWalk = passing >= 0.9 && alternation >= 0.9 && flight <= 0.05 && Math.min(one, other) >= 0.5;
  return isWalk && Math.abs(one - other) <= 0.1 && falls <= 2 && distance >= 10 && costOfTransport <= 0.6;
}

function counted(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `${name} ${names.filter((other) => other === name).length}`).join(', ');
}

/** A replay's creature on fresh grounds, unaided. */
export async function testGait(replay: Replay, evaluator: Evaluator): Promise<GaitTest> {
  const seeds = Array.from({ length: GROUNDS }, (_, i) => seedOf(replay.experiment.seed, 'fresh gait', i));
  const episodes = await evaluator.evaluate(livesOf(replay, seeds));
  const metrics = episodes.map(({ evaluation }) => evaluation.metrics);
  const moving = metrics.filter(({ distance }) => distance > 0.5);
  const all = (moving.length > 0 ? moving : metrics).map(({ gait }) => gait);
  const over = (of: (gait: (typeof all)[number]) => number) => mean(all.map(of));
  return {
    names: counted(metrics.map(({ gait }) => gait.name)),
    passing: over((gait) => gait.passing),
    alternation: over((gait) => gait.alternation),
    flight: over((gait) => gait.flight),
    rawFlight: over((gait) => gait.rawFlight),
    dutyFactors: (all[0]?.dutyFactors ?? []).map((_, leg) => over((gait) => gait.dutyFactors[leg] as number)),
    costOfTransport: over((gait) => gait.costOfTransport),
    froude: over((gait) => gait.froude),
    distance: mean(metrics.map(({ distance }) => distance)),
    falls: metrics.reduce((sum, { falls }) => sum + falls, 0),
  };
}
