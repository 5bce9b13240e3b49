import type { Genome } from '../../creature/genome.ts';
import { incomingOf, type Wiring } from '../../creature/wiring.ts';
import type { Rng } from '../../math/rng.ts';

/** One number of a genome that may be turned: the weight of a connection, or a neuron's own. */
export interface Knob {
  parameter: number;
  /** Place of the node it acts on. */
  to: number;
  /** Place of the node it listens to; without one it is the node's own, and has a name. */
  from?: number;
  name: string;
}

/** Knobs that stand otherwise than in the champion, by place in the genome. */
export type Turned = ReadonlyMap<number, number>;

/** Every knob, node by node: what it listens to, then what is its own. */
export function knobsOf(wiring: Wiring): Knob[] {
  const incoming = incomingOf(wiring);
  return wiring.nodes.flatMap((node, to): Knob[] => [
    ...(incoming[to] ?? []).map(({ from, parameter }) => ({ parameter, to, from, name: '' })),
    ...node.knobs.map(({ name, parameter }) => ({ parameter, to, name })),
  ]);
}

/** How far a knob may be turned to either side: half as far again as the largest is. */
export const limitOf = (knobs: readonly Knob[], genome: Genome): number =>
  1.5 * knobs.reduce((most, { parameter }) => Math.max(most, Math.abs(genome[parameter] as number)), 1 / 3);

/** With one more knob turned; turned to where it was, it is not turned any more. */
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

/** Root of the mean square of what the knobs are set to. */
function spreadOf(knobs: readonly Knob[], genome: Genome): number {
  const sum = knobs.reduce((total, { parameter }) => total + (genome[parameter] as number) ** 2, 0);
  return Math.sqrt(sum / Math.max(1, knobs.length));
}

/**
 * With so many more knobs turned, drawn among those that are not yet: each by a normal number times half the spread of them
 * all. One mutation.
 */
export function withMutation(turned: Turned, genome: Genome, knobs: readonly Knob[], count: number, rng: Rng): Turned {
  const step = Math.max(0.05, spreadOf(knobs, genome) / 2);
  const left = knobs.map(({ parameter }) => parameter).filter((parameter) => !turned.has(parameter));
  let next = turned;
  for (let k = 0; k < count && left.length > 0; k++) {
    const [parameter] = left.splice(Math.floor(rng.next() * left.length), 1) as [number];
    next = withKnob(next, genome, parameter, (genome[parameter] as number) + step * rng.normal());
  }
  return next;
}
