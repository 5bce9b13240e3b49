import type { LegPair } from '../../creature/legs.ts';
import type { Gait } from './gait.ts';
import { neighboursOutOfTurn } from './neighbours.ts';

/** 0 up to `from`, 1 at `to` and beyond, even between; `to` may be the smaller one. */
const ramp = (value: number, from: number, to: number) => Math.max(0, Math.min(1, (value - from) / (to - from)));

/** Passing and alternation of a gait on legs that take turns. */
const inTurn = ({ passing, alternation }: Gait) => ramp(passing, 0.85, 0.95) * ramp(alternation, 0.85, 0.95);

/** How evenly counterparts are used: their duty factors differ by no more than a tenth. */
const even = ({ asymmetry }: Gait) => ramp(asymmetry, 0.12, 0.06);

/** How clearly neighbouring legs of one side step in turn: 1 for fewer than three pairs. */
function neighboursInTurn({ phaseLags }: Gait, pairs: readonly LegPair[]): number {
  const lag = (one: number, other: number) => {
    const [from, to] = [phaseLags[one], phaseLags[other]];
    return from == null || to == null ? undefined : to - from;
  };
  return ramp(neighboursOutOfTurn(pairs, lag), 0.4, 0.2);
}

/**
 * How clearly a gait is a walk by the measures that name it, in [0, 1]: legs in turn, no flight, each foot down for more than half a
 * stride, as long as its counterpart, and with three pairs of legs or more, neighbours in turn. Quality (quality.ts) falls evenly with
 * each fault; clarity falls steeply at the borders of the name.
 */
export function walkClarity(gait: Gait, pairs: readonly LegPair[]): number {
  const shortest = Math.min(1, ...gait.dutyFactors);
  return (
    neighboursInTurn(gait, pairs) *
    inTurn(gait) *
    even(gait) *
    ramp(gait.flight, 0.07, 0.03) *
    ramp(shortest, 0.49, 0.52)
  );
}

/** How clearly a gait is a run, in [0, 1]: legs in turn, with flight, each foot down for less than half a stride, evenly. */
export function runClarity(gait: Gait): number {
  const longest = Math.max(0, ...gait.dutyFactors);
  return inTurn(gait) * even(gait) * ramp(gait.flight, 0.03, 0.08) * ramp(longest, 0.52, 0.47);
}
