import type { Genome } from '../../../creature/genome.ts';
import type { Wiring } from '../../../creature/wiring.ts';
import { type Knob, knobsOf } from '../../net/knobs.ts';

/** What became of one knob. */
export interface Change {
  knob: Knob;
  /** Undefined when it was not there yet. */
  before: number | undefined;
  now: number;
}

/** The knobs into one layer of nodes, as a table. */
export interface Matrix {
  /** Places of its nodes. */
  columns: readonly number[];
  /** Places of the nodes they listen to, then the names of what is their own. */
  rows: readonly (number | string)[];
  /** Row by row; undefined where nothing connects. */
  cells: readonly (Change | undefined)[];
}

/** What a knob is called whatever else the net has grown since. */
function identityOf({ nodes }: Wiring, { from, to, name }: Knob): string {
  return `${from === undefined ? name : nodes[from]?.id}>${nodes[to]?.id}`;
}

/** How far a knob has come. */
export const differenceOf = ({ before, now }: Change): number => now - (before ?? 0);

/** What has changed from one net to another that grew from it, layer by layer from the inputs on. */
export function changesOf(
  before: { wiring: Wiring; genome: Genome },
  now: { wiring: Wiring; genome: Genome },
): Matrix[] {
  const then = new Map(
    knobsOf(before.wiring).map((knob) => [identityOf(before.wiring, knob), before.genome[knob.parameter] as number]),
  );
  const { nodes } = now.wiring;
  const knobs = knobsOf(now.wiring);
  const depths = [...new Set(knobs.map(({ to }) => nodes[to]?.depth as number))].sort((a, b) => a - b);
  return depths.map((depth) => {
    const mine = knobs.filter(({ to }) => nodes[to]?.depth === depth);
    const columns = [...new Set(mine.map(({ to }) => to))].sort((a, b) => a - b);
    const senders = [...new Set(mine.flatMap(({ from }) => from ?? []))].sort((a, b) => a - b);
    const rows = [...senders, ...new Set(mine.flatMap(({ from, name }) => (from === undefined ? name : [])))];
    const cells: (Change | undefined)[] = new Array(rows.length * columns.length).fill(undefined);
    const rowOf = new Map(rows.map((row, r) => [row, r]));
    const columnOf = new Map(columns.map((column, c) => [column, c]));
    for (const knob of mine) {
      const row = rowOf.get(knob.from ?? knob.name) as number;
      const column = columnOf.get(knob.to) as number;
      const value = now.genome[knob.parameter] as number;
      cells[row * columns.length + column] = { knob, before: then.get(identityOf(now.wiring, knob)), now: value };
    }
    return { columns, rows, cells };
  });
}
