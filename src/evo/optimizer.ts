import type * as v from 'valibot';

/** Why a search might as well end: what it has left to try differs by less than can matter. */
export type StopReason =
  /** The step has shrunk to nothing beside the first one; its size. */
  | 'stepSize'
  /** The distribution is too thin in some direction to compute with; ratio of its longest to its shortest axis, squared. */
  | 'condition'
  /** Best fitness has not moved for long; its range. */
  | 'range'
  /** All genomes did equally, generation after generation; how many. */
  | 'flat'
  /** A fifth of a step no longer changes a single-precision weight; index of the weight. */
  | 'grain';

/** Reasons that hold now with what was measured; empty while the search is worth going on with. */
export type Stop = Partial<Record<StopReason, number>>;

/** The search in two numbers, for charts. */
export interface Progress {
  /** Typical deviation of a weight among the genomes of one generation. */
  stepSize: number;
  /** How many times it was told. */
  generation: number;
  /** What only this search has, by name: how many species, how much of its archive is filled. */
  others?: Record<string, number>;
}

/**
 * A search for the genome of largest fitness, as functions over a state that is plain data: numbers, strings, arrays, typed
 * arrays and objects of these. No function changes a state it was given, so any state ever returned can be kept, cloned,
 * stored and gone on from. All chance comes from (seed, generation): the same state asks for the same genomes.
 */
export interface Optimizer<State = unknown, Schema extends v.GenericSchema = v.GenericSchema> {
  readonly name: string;
  readonly title: string;
  /** One line for people: what it is good for. */
  readonly about: string;
  /** What its genomes are: a vector of fixed length unless it says otherwise. The brain has to read the same. */
  readonly genome?: 'vector' | 'graph';
  readonly settings: Schema;
  /** That it looks, by default, at how large fitnesses are; others look only at who did better than whom. */
  readonly seesSizes?: true;
  /** A search over `dimension` weights that begins around `start`, or around 0. */
  init(dimension: number, settings: v.InferOutput<Schema>, seed: number, start?: ArrayLike<number>): State;
  /** What to try next. The genomes are the caller's. */
  ask(state: State): { genomes: Float32Array[]; state: State };
  /**
   * How they did, in the order of the genomes: larger is better, NaN is failed and ranks last.
   * The genomes may be others than were asked for, in double precision too, and of another number.
   * `descriptors` say what kind of behaviour each showed, all in [0, 1]; most searches do not look at them.
   * Throws a RangeError unless there are two or more, each with its fitness.
   */
  tell(
    state: State,
    genomes: readonly ArrayLike<number>[],
    fitness: ArrayLike<number>,
    descriptors?: readonly ArrayLike<number>[],
  ): State;
  /** What the search stands for: the centre of its distribution, or its best. */
  mean(state: State): Float32Array;
  /**
   * What is wrong with a state from elsewhere, in a few words, beyond what one told state tells of its shape; empty when
   * nothing is. Its kinds and sizes have been checked already.
   */
  faultOf?(state: State): string;
  stop(state: State): Stop;
  stats(state: State): Progress;
  /** The same search under other settings from the next ask on; `fixed` ones were for init and change nothing. */
  amend(state: State, settings: v.InferOutput<Schema>): State;
}

/** Says an optimizer in full type where it is made, and lets the catalogue hold it whatever its state and settings are. */
export function optimizer<State, Schema extends v.GenericSchema>(
  it: Optimizer<State, Schema>,
): Optimizer<State, Schema> {
  return it;
}
