import { graph } from '../../src/creature/brains/graph.ts';
import { smallestGraph } from '../../src/math/graph.ts';
import { codeFault, graphFromCode, graphToCode } from '../../src/math/graph-code.ts';
import { type Landscape, sphere } from './landscapes.ts';

/** Where an optimizer of some nature is put to the test: what it searches, and what cannot be asked of it. */
export interface Arena {
  /** Settings beside the size of the population. */
  settings: object;
  /** Where a search begins, when it has to be told. */
  start: Float32Array | undefined;
  /** What the search stands for before it was told anything. */
  origin: Float32Array;
  /** Another place to begin at. */
  elsewhere: Float32Array;
  /** What is wrong with a genome that was asked for; empty when nothing is. */
  faultOf(genome: Float32Array): string;
  /** To be minimised, above 0. */
  landscape: Landscape;
  /** What kind a genome is, for those who look at it. */
  descriptors?: (genomes: readonly ArrayLike<number>[]) => number[][];
  /** The same genome with all its weights a little more. */
  nudged(genome: Float32Array, by: number): number[];
  /** How many times less the landscape is after 60 generations of 12. */
  gain: number;
  /** What becomes of a failed one. */
  failed: 'ranks last' | 'is left out';
  /** Why it matters where the optimum lies, if it does. */
  fixed?: string;
}

const DIMENSION = 6;

/** A round hill in six dimensions. */
export const hill: Arena = {
  settings: {},
  start: undefined,
  origin: new Float32Array(DIMENSION),
  elsewhere: new Float32Array(DIMENSION).fill(3),
  faultOf: ({ length }) => (length === DIMENSION ? '' : `${length} numbers`),
  landscape: (x) => sphere(Array.from(x, (value) => value - 0.7)),
  nudged: (genome, by) => Array.from(genome, (value) => value + by),
  gain: 400,
  failed: 'ranks last',
};

/** The same hill, on which kinds are told apart by the first two weights, in squares of an eighth. */
const mapped: Arena = {
  ...hill,
  settings: { resolution: 64 },
  descriptors: (genomes) => genomes.map((x) => [((x[0] as number) + 2) / 8, ((x[1] as number) + 2) / 8]),
  gain: 2,
  failed: 'is left out',
};

const net = graph.build({}, { observationSize: 2, actionSize: 1, controlTimestep: 0.1 });
const smallest = smallestGraph(2, 1);

/** How far a net is from another that is as it began but for its weights: squares over some observations. */
const likeness: Landscape = (genome) => {
  const policy = net.createPolicy(Float32Array.from(genome));
  const action = new Float64Array(1);
  let sum = 1e-9;
  for (const [a, b] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [-1, 1],
  ] as const) {
    policy(Float64Array.of(a, b), action);
    sum += ((action[0] as number) - Math.tanh(0.5 + 1.5 * a - b)) ** 2;
  }
  return sum;
};

/** Nets that learn to be like another, from the smallest. */
const nets: Arena = {
  settings: {},
  start: graphToCode(smallest),
  origin: graphToCode(smallest),
  elsewhere: graphToCode({ ...smallest, connections: smallest.connections.map((each) => ({ ...each, weight: 3 })) }),
  faultOf: codeFault,
  landscape: likeness,
  nudged(genome, by) {
    const { connections, ...rest } = graphFromCode(genome);
    return Array.from(
      graphToCode({ ...rest, connections: connections.map((each) => ({ ...each, weight: each.weight + by })) }),
    );
  },
  gain: 100,
  failed: 'ranks last',
  fixed: 'nets are not alike around other weights, and new ones are drawn around 0',
};

/** Where each optimizer is tried that is not at home on the hill. */
export const arenas: Record<string, Arena> = { neat: nets, 'map-elites': mapped };
