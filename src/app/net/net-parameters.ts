import type { Genome } from '../../creature/genome.ts';
import { incomingOf, type Wiring } from '../../creature/wiring.ts';
import type { Rng } from '../../math/rng.ts';

/** A value of the genome that the viewer can edit: the weight of a connection, or a parameter of a node. */
export interface NetParameter {
  /** Index in the genome. */
  index: number;
  /** Index of the node it acts on. */
  to: number;
  /** Index of the node where its connection begins; undefined for a parameter of the node itself, which has a name. */
  from?: number;
  name: string;
}

/** Edited values, by index in the genome. */
export type WeightEdits = ReadonlyMap<number, number>;

/** All parameters, node by node: those of its connections, then its own. */
export function parametersOf(wiring: Wiring): NetParameter[] {
  const incoming = incomingOf(wiring);
  return wiring.nodes.flatMap((node, to): NetParameter[] => [
    ...(incoming[to] ?? []).map(({ from, parameter }) => ({ index: parameter, to, from, name: '' })),
    ...node.parameters.map(({ name, parameter }) => ({ index: parameter, to, name })),
  ]);
}

/** Largest absolute value that a parameter can be set to: 1.5 times the largest in the genome. */
export const maxMagnitude = (parameters: readonly NetParameter[], genome: Genome): number =>
  1.5 * parameters.reduce((max, { index }) => Math.max(max, Math.abs(genome[index]!)), 1 / 3);

/** `edits` with one more value. A value equal to the champion's is not an edit. */
export function withEdit(edits: WeightEdits, genome: Genome, index: number, value: number): WeightEdits {
  const next = new Map(edits);
  // Genomes are in single precision.
  const exact = Math.fround(value);
  if (exact === genome[index]) next.delete(index);
  else next.set(index, exact);
  return next;
}

export function genomeWith(genome: Genome, edits: WeightEdits): Genome {
  const edited = genome.slice();
  for (const [index, value] of edits) edited[index] = value;
  return edited;
}

/** Root mean square of the parameters. */
function rmsOf(parameters: readonly NetParameter[], genome: Genome): number {
  const sum = parameters.reduce((total, { index }) => total + genome[index]! ** 2, 0);
  return Math.sqrt(sum / Math.max(1, parameters.length));
}

/**
 * A mutation: adds normal noise to `count` random parameters that are not edited yet. Its standard deviation is half the root
 * mean square of all parameters.
 */
export function withMutation(
  edits: WeightEdits,
  genome: Genome,
  parameters: readonly NetParameter[],
  count: number,
  rng: Rng,
): WeightEdits {
  const step = Math.max(0.05, rmsOf(parameters, genome) / 2);
  const left = parameters.map(({ index }) => index).filter((index) => !edits.has(index));
  let next = edits;
  for (let k = 0; k < count && left.length > 0; k++) {
    const [index] = left.splice(Math.floor(rng.next() * left.length), 1) as [number];
    next = withEdit(next, genome, index, genome[index]! + step * rng.normal());
  }
  return next;
}
