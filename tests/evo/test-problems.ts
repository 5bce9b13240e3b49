import { graph } from '../../src/creature/brains/graph.ts';
import { smallestGraph } from '../../src/math/graph.ts';
import { codeFault, graphFromCode, graphToCode } from '../../src/math/graph-code.ts';
import { type Landscape, sphere } from './landscapes.ts';

/** The problem on which the contract tests an optimizer, and its exceptions from the contract. */
export interface TestProblem {
  /** Settings other than the population size. */
  settings: object;
  /** Where a search has to begin; undefined for 0. */
  start: Float32Array | undefined;
  /** `mean` of the initial state. */
  origin: Float32Array;
  /** Another start. */
  elsewhere: Float32Array;
  /** What is wrong with a genome from `ask`; empty when nothing is. */
  faultOf(genome: Float32Array): string;
  /** To be minimised; always above 0. */
  landscape: Landscape;
  /** Behaviour measures of genomes, for optimizers that use them. */
  descriptors?: (genomes: readonly ArrayLike<number>[]) => number[][];
  /** The same genome with `by` added to each weight. */
  shifted(genome: Float32Array, by: number): number[];
  /** By what factor the landscape falls in 200 generations of 12. */
  gain: number;
  /** What happens to a failed genome. */
  failed: 'ranks last' | 'is left out';
  /** Why the position of the optimum matters, if it does. */
  fixed?: string;
}

const DIMENSION = 6;

/** A sphere in six dimensions with its optimum at 0.7. */
export const sphereProblem: TestProblem = {
  settings: {},
  start: undefined,
  origin: new Float32Array(DIMENSION),
  elsewhere: new Float32Array(DIMENSION).fill(3),
  faultOf: ({ length }) => (length === DIMENSION ? '' : `${length} numbers`),
  landscape: (x) => sphere(Array.from(x, (value) => value - 0.7)),
  shifted: (genome, by) => Array.from(genome, (value) => value + by),
  gain: 400,
  failed: 'ranks last',
};

/** The same sphere, with the first two weights, scaled by 1/8, as descriptor. */
const sphereWithDescriptors: TestProblem = {
  ...sphereProblem,
  settings: { resolution: 64 },
  descriptors: (genomes) => genomes.map((x) => [(x[0]! + 2) / 8, (x[1]! + 2) / 8]),
  gain: 2,
  failed: 'is left out',
};

const net = graph.build({}, { observationSize: 2, actionSize: 1, controlTimestep: 0.1 });
const smallest = smallestGraph(2, 1);

/** Squared difference between the actions of a net and those of a given one, summed over some observations. */
const actionError: Landscape = (genome) => {
  const policy = net.wake(Float32Array.from(genome));
  const action = new Float64Array(1);
  let sum = 1e-9;
  for (const [a, b] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [-1, 1],
  ] as const) {
    policy(Float64Array.of(a, b), action);
    sum += (action[0]! - Math.tanh(0.5 + 1.5 * a - b)) ** 2;
  }
  return sum;
};

/** Nets that learn to imitate a given net, starting from the smallest one. */
const nets: TestProblem = {
  settings: {},
  start: graphToCode(smallest),
  origin: graphToCode(smallest),
  elsewhere: graphToCode({ ...smallest, connections: smallest.connections.map((each) => ({ ...each, weight: 3 })) }),
  faultOf: codeFault,
  landscape: actionError,
  shifted(genome, by) {
    const { connections, ...rest } = graphFromCode(genome);
    return Array.from(
      graphToCode({ ...rest, connections: connections.map((each) => ({ ...each, weight: each.weight + by })) }),
    );
  },
  gain: 100,
  failed: 'ranks last',
  fixed: 'nets behave differently around other weights, and new weights are drawn around 0',
};

/** The test problems of optimizers that cannot use `sphereProblem`. */
export const testProblems: Record<string, TestProblem> = { neat: nets, 'map-elites': sphereWithDescriptors };
