import type * as v from 'valibot';
import type { GaussianSample } from '../math/gaussian-sample.ts';

/** Stop criteria, each with the number that goes with it. */
export type StopReason =
  /** The step size is negligible compared with the initial one; its value. */
  | 'stepSize'
  /** The distribution is too thin in some direction to compute with; squared ratio of its longest to its shortest axis. */
  | 'condition'
  /** The best fitness has not changed for many generations; its range. */
  | 'range'
  /** All genomes had the same fitness, generation after generation; number of such generations. */
  | 'flat'
  /** 0.2 deviations no longer change a weight in single precision; index of the weight. */
  | 'grain';

/** The stop criteria that hold now; empty while the search can still make progress. */
export type Stop = Partial<Record<StopReason, number>>;

/** Numbers about a search, for charts. */
export interface OptimizerStats {
  /** Typical deviation of a weight among the genomes of one generation. */
  stepSize: number;
  /** Number of calls of `tell`. */
  generation: number;
  /** Numbers that only this optimizer has, by name, such as how many species there are. */
  others?: Record<string, number>;
}

/** What people and files know of an optimizer without running it: names and settings. */
export interface OptimizerDescription<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly name: string;
  readonly title: string;
  /** One line for the page: what the optimizer is good for. */
  readonly about: string;
  /** What a genome is; a vector of fixed length by default. The brain has to read the same kind. */
  readonly genome?: 'vector' | 'graph';
  readonly settings: Schema;
  /**
   * The setting that holds the step size: `sigma`, the deviation of a search distribution, or `mutation`, the deviation of a
   * child's weights from its parent's in an optimizer that breeds.
   */
  readonly stepSetting: 'sigma' | 'mutation';
  /** Set when, with its default settings, it uses the values of fitnesses; other optimizers use only their ranks. */
  readonly usesFitnessValues?: true;
}

/**
 * A search for the genome of largest fitness (ask/tell), as functions over a state. The state is plain data: numbers, strings,
 * arrays, typed arrays and objects of these. No function changes a state it was given, so every state can be kept, cloned,
 * stored and continued from. All randomness comes from (seed, generation): asking the same state twice gives the same genomes.
 */
export interface Optimizer<State = unknown, Schema extends v.GenericSchema = v.GenericSchema>
  extends OptimizerDescription<Schema> {
  /** The state of a search over `dimension` weights that begins around `start`, or around 0. */
  init(dimension: number, settings: v.InferOutput<Schema>, seed: number, start?: ArrayLike<number>): State;
  /** The genomes to evaluate next, which belong to the caller; with the sample whose vectors they are, if they are one. */
  ask(state: State): { genomes: Float32Array[]; sample?: GaussianSample; state: State };
  /**
   * Takes the fitnesses, in the order of the genomes: larger is better, NaN means failed and ranks last.
   * Genomes that `ask` did not return are accepted, in any number and in double precision too.
   * `descriptors` hold behaviour measures in [0, 1] for each genome; most optimizers ignore them.
   * Throws a RangeError unless there are two or more genomes, each with its fitness.
   */
  tell(
    state: State,
    genomes: readonly ArrayLike<number>[],
    fitness: ArrayLike<number>,
    descriptors?: readonly ArrayLike<number>[],
  ): State;
  /** The genome that represents the search: the mean of its distribution, or its best genome. */
  mean(state: State): Float32Array;
  /**
   * What is wrong with a state read from a file, in a few words; empty when nothing is. Types and array sizes have been checked
   * before, against the state after one `tell`; this checks the rest.
   */
  faultOf?(state: State): string;
  stop(state: State): Stop;
  stats(state: State): OptimizerStats;
  /** The same search with other settings from the next `ask` on. Settings marked `fixed` are only read by `init`. */
  amend(state: State, settings: v.InferOutput<Schema>): State;
}

/** Types an optimizer where it is defined; the catalogue can hold it whatever its state and settings are. */
export function optimizer<State, Schema extends v.GenericSchema>(
  definition: Optimizer<State, Schema>,
): Optimizer<State, Schema> {
  return definition;
}

/** Types a description where it is defined. */
export const describeOptimizer = <Schema extends v.GenericSchema>(
  description: OptimizerDescription<Schema>,
): OptimizerDescription<Schema> => description;
