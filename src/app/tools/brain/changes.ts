import type { Genome } from '../../../creature/genome.ts';
import type { Wiring } from '../../../creature/wiring.ts';
import { type NetParameter, parametersOf } from '../../net/net-parameters.ts';

/** One weight before and after learning. */
export interface WeightChange {
  parameter: NetParameter;
  /** Undefined if it did not exist. */
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
function identityOf({ nodes }: Wiring, { from, to, name }: NetParameter): string {
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
    parametersOf(before.wiring).map((parameter) => [
      identityOf(before.wiring, parameter),
      before.genome[parameter.index]!,
    ]),
  );
  const { nodes } = now.wiring;
  const parameters = parametersOf(now.wiring);
  const depths = [...new Set(parameters.map(({ to }) => nodes[to]?.depth as number))].sort((a, b) => a - b);
  return depths.map((depth) => {
    const own = parameters.filter(({ to }) => nodes[to]?.depth === depth);
    const columns = [...new Set(own.map(({ to }) => to))].sort((a, b) => a - b);
    const senders = [...new Set(own.flatMap(({ from }) => from ?? []))].sort((a, b) => a - b);
    const rows = [...senders, ...new Set(own.flatMap(({ from, name }) => (from === undefined ? name : [])))];
    const cells: (WeightChange | undefined)[] = new Array(rows.length * columns.length).fill(undefined);
    const rowOf = new Map(rows.map((row, r) => [row, r]));
    const columnOf = new Map(columns.map((column, c) => [column, c]));
    for (const parameter of own) {
      const row = rowOf.get(parameter.from ?? parameter.name) as number;
      const column = columnOf.get(parameter.to) as number;
      const value = now.genome[parameter.index]!;
      cells[row * columns.length + column] = {
        parameter,
        before: then.get(identityOf(now.wiring, parameter)),
        now: value,
      };
    }
    return { columns, rows, cells };
  });
}
