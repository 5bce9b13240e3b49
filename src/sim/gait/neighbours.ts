import type { LegPair } from '../../creature/legs.ts';
import type { ContactRow } from './contacts.ts';
import type { Evidence } from './evidence.ts';
import { apart } from './phase.ts';

/** Pairs of legs from which on gaits are named by the order along the sides. */
const MANY = 3;

/** Neighbouring legs of each side, the one behind first; none for fewer than three pairs, the foremost first. */
function neighboursAmong(pairs: readonly LegPair[]): [behind: number, ahead: number][] {
  if (pairs.length < MANY) return [];
  return (['left', 'right'] as const).flatMap((side) =>
    pairs.slice(1).map((behind, i): [number, number] => [behind[side], pairs[i]![side]]),
  );
}

/** Mean of a measure over all neighbours, in a fixed order; 0 where there are none. */
function meanOf(pairs: readonly LegPair[], measure: (behind: number, ahead: number) => number): number {
  const neighbours = neighboursAmong(pairs);
  let sum = 0;
  for (const [behind, ahead] of neighbours) sum += measure(behind, ahead);
  return neighbours.length > 0 ? sum / neighbours.length : 0;
}

/**
 * How far neighbouring legs of a side are from taking turns, in [0, 1]: the mean over all neighbours of the distance of their lag
 * from half a stride, as a share of half a stride; 1 for neighbours without a steady lag, such as a leg that is dragged. 0 for fewer
 * than three pairs of legs. @param pairs the foremost first. @param lag shares of a stride.
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
