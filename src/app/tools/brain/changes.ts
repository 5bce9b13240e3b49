import type { Genome } from '../../../creature/genome.ts';
import type { Wiring } from '../../../creature/wiring.ts';
import { type Knob, knobsOf } from '../../net/knobs.ts';

/** One weight before and after learning. */
export interface WeightChange {
  knob: Knob;
  /** Undefined when it did not exist yet. */
  before: number | undefined;
  now: number;
}

/** The weights into one layer of nodes, as a table. */
export interface WeightMatrix {
  /** Indices of its nodes. */
  columns: readonly number[];
  /** Indices of the sending nodes, then names of the nodes' own parameters. */
  rows: readonly (number | string)[];
  /** Row by row; undefined without a connection. */
  cells: readonly (WeightChange | undefined)[];
}

/** A key of a weight that stays the same when the net grows. */
function identityOf({ nodes }: Wiring, { from, to, name }: Knob): string {
  return `${from === undefined ? name : nodes[from]?.id}>${nodes[to]?.id}`;
}

/** Change of a weight, from 0 when it is new. */
export const differenceOf = ({ before, now }: WeightChange): number => now - (before ?? 0);

/** The changes from one net to a later one of the same run, which may have grown, layer by layer from the inputs on. */
export function changesOf(
  before: { wiring: Wiring; genome: Genome },
  now: { wiring: Wiring; genome: Genome },
): WeightMatrix[] {
  const then = new Map(
    knobsOf(before.wiring).map((knob) => [identityOf(before.wiring, knob), before.genome[knob.parameter]!]),
  );
  const { nodes } = now.wiring;
  const knobs = knobsOf(now.wiring);
  const depths = [...new Set(knobs.map(({ to }) => nodes[to]?.depth as number))].sort((a, b) => a - b);
  return depths.map((depth) => {
    const mine = knobs.filter(({ to }) => nodes[to]?.depth === depth);
    const columns = [...new Set(mine.map(({ to }) => to))].sort((a, b) => a - b);
    const senders = [...new Set(mine.flatMap(({ from }) => from ?? []))].sort((a, b) => a - b);
    const rows = [...senders, ...new Set(mine.flatMap(({ from, name }) => (from === undefined ? name : [])))];
    const cells: (WeightChange | undefined)[] = new Array(rows.length * columns.length).fill(undefined);
    const rowOf = new Map(rows.map((row, r) => [row, r]));
    const columnOf = new Map(columns.map((column, c) => [column, c]));
    for (const knob of mine) {
      const row = rowOf.get(knob.from ?? knob.name) as number;
      const column = columnOf.get(knob.to) as number;
      const value = now.genome[knob.parameter]!;
      cells[row * columns.length + column] = { knob, before: then.get(identityOf(now.wiring, knob)), now: value };
    }
    return { columns, rows, cells };
  });
}
