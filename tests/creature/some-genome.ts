import type { Brain, BrainShape } from '../../src/creature/brain.ts';
import { graphFromCode, graphToCode } from '../../src/math/graph-code.ts';
import type { Rng } from '../../src/math/rng.ts';

/** A genome with normal weights times `scale`; for a net that grows, with random hidden neurons. */
export function someGenome(brain: Brain, shape: BrainShape, rng: Rng, scale = 1): Float32Array {
  const weight = () => scale * rng.normal();
  if (brain.initialGenome === undefined) return Float32Array.from({ length: brain.parameterCount }, weight);
  const { observationSize: inputs, actionSize: outputs } = shape;
  const hidden = Array.from({ length: 1 + Math.floor(4 * rng.next()) }, (_, k) => inputs + outputs + 3 * k);
  const senders = [...Array.from({ length: inputs }, (_, i) => i), ...hidden];
  const targets = [...hidden, ...Array.from({ length: outputs }, (_, j) => inputs + j)];
  const may = (from: number, to: number) => from < inputs || to < inputs + outputs || from < to;
  const nodes = targets.map((id) => ({ id, bias: weight() }));
  const pairs = targets.flatMap((to) => senders.filter((from) => may(from, to)).map((from) => ({ from, to })));
  const connections = pairs.filter(() => rng.next() < 0.6).map((pair) => ({ ...pair, weight: weight() }));
  return graphToCode({ inputCount: inputs, outputCount: outputs, nodes, connections });
}

/** Indices of the numbers in a genome that may be changed freely: all, but for the structure of a net that grows. */
export function knobsOf(brain: Brain, genome: Float32Array): number[] {
  if (brain.initialGenome === undefined) return Array.from(genome, (_, i) => i);
  const { nodes, connections } = graphFromCode(genome);
  return [...nodes.map((_, k) => 5 + 2 * k), ...connections.map((_, k) => 6 + 2 * nodes.length + 3 * k)];
}
