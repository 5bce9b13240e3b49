import type { LegPair } from '../../creature/legs.ts';
import type { ContactRow } from './contacts.ts';
import type { Evidence } from './evidence.ts';
import { apart } from './phase.ts';

/** Pairs of legs from which on gaits are named by the order along the sides. */
const MANY = 3;

/** All neighbouring legs, those of the left side first, each with the one ahead of it. @param pairs the foremost first. */
export function neighboursAmong(pairs: readonly LegPair[]): [behind: number, ahead: number][] {
  return (['left', 'right'] as const).flatMap((side) =>
    pairs.slice(1).map((behind, i): [number, number] => [behind[side], pairs[i]![side]]),
  );
}

/** Mean of a measure over all neighbours, summed in their order; 0 for fewer than three pairs. */
function meanOf(pairs: readonly LegPair[], measure: (behind: number, ahead: number) => number): number {
  if (pairs.length < MANY) return 0;
  const neighbours = neighboursAmong(pairs);
  let sum = 0;
  for (const [behind, ahead] of neighbours) sum += measure(behind, ahead);
  return sum / neighbours.length;
}

/**
 * How far neighbouring legs of a side are from stepping in turn, in [0, 1]: the distance of their lag from half a stride, as a share
 * of half a stride, and 1 where they have no steady lag because a leg is dragged. The mean over all neighbours; 0 for fewer than
 * three pairs. @param pairs the foremost first. @param lag in shares of a stride.
 */
export function neighboursOutOfTurn(pairs: readonly LegPair[], lag: Evidence['lag']): number {
  return meanOf(pairs, (behind, ahead) => {
    const between = lag(behind, ahead);
    return between === undefined ? 1 : 2 * apart(between, 0.5);
  });
}

/**
 * Share of the time that neighbouring legs of a side are in the air together, the mean over all neighbours; 0 for fewer than three
 * pairs. Insects and spiders lift a leg while its neighbours carry (Wilson 1966; Cruse 1990, rule 1).
 */
export function neighboursInAir(pairs: readonly LegPair[], rows: readonly ContactRow[]): number {
  return meanOf(pairs, (behind, ahead) => {
    const [one, other] = [rows[behind]!, rows[ahead]!];
    let count = 0;
    for (let t = 0; t < one.length; t++) if (one[t] === 0 && other[t] === 0) count++;
    return one.length > 0 ? count / one.length : 0;
  });
}
