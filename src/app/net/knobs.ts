import type { Genome } from '../../creature/genome.ts';
import { incomingOf, type Wiring } from '../../creature/wiring.ts';
import type { Rng } from '../../math/rng.ts';

/** A parameter of a genome that the viewer can change (a "knob"): the weight of a connection, or a parameter of a node. */
export interface Knob {
  parameter: number;
  /** Index of the node it acts on. */
  to: number;
  /** Index of the node where its connection begins; undefined for a parameter of the node itself, which has a name. */
  from?: number;
  name: string;
}

/** Values that differ from the champion's, by index in the genome. */
export type Turned = ReadonlyMap<number, number>;

/** All parameters, node by node: those of its connections, then its own. */
export function knobsOf(wiring: Wiring): Knob[] {
  const incoming = incomingOf(wiring);
  return wiring.nodes.flatMap((node, to): Knob[] => [
    ...(incoming[to] ?? []).map(({ from, parameter }) => ({ parameter, to, from, name: '' })),
    ...node.parameters.map(({ name, parameter }) => ({ parameter, to, name })),
  ]);
}

/** Largest absolute value that a parameter can be set to: 1.5 times the largest in the genome. */
export const limitOf = (knobs: readonly Knob[], genome: Genome): number =>
  1.5 * knobs.reduce((most, { parameter }) => Math.max(most, Math.abs(genome[parameter]!)), 1 / 3);

/** `turned` with one more value; a value equal to the champion's is removed. */
export function withKnob(turned: Turned, genome: Genome, parameter: number, value: number): Turned {
  const next = new Map(turned);
  // Genomes are in single precision.
  const exact = Math.fround(value);
  if (exact === genome[parameter]) next.delete(parameter);
  else next.set(parameter, exact);
  return next;
}

export function genomeWith(genome: Genome, turned: Turned): Genome {
  const changed = genome.slice();
  for (const [parameter, value] of turned) changed[parameter] = value;
  return changed;
}

/** Root mean square of the parameters. */
function spreadOf(knobs: readonly Knob[], genome: Genome): number {
  const sum = knobs.reduce((total, { parameter }) => total + genome[parameter]! ** 2, 0);
  return Math.sqrt(sum / Math.max(1, knobs.length));
}

/**
 * One mutation: changes `count` random parameters that are not changed yet, each by a normal number times half the root mean
 * square of all.
 */
export function withMutation(turned: Turned, genome: Genome, knobs: readonly Knob[], count: number, rng: Rng): Turned {
  const step = Math.max(0.05, spreadOf(knobs, genome) / 2);
  const left = knobs.map(({ parameter }) => parameter).filter((parameter) => !turned.has(parameter));
  let next = turned;
  for (let k = 0; k < count && left.length > 0; k++) {
    const [parameter] = left.splice(Math.floor(rng.next() * left.length), 1) as [number];
    next = withKnob(next, genome, parameter, genome[parameter]! + step * rng.normal());
  }
  return next;
}
