import type * as v from 'valibot';
import type { BodyPlan } from './body-plan.ts';
import type { Wiring } from './wiring.ts';

/** Controller of one episode: fills `action` (each value in [-1, 1]) from `observation`. It may keep state between calls. */
export type Policy = (observation: Float64Array, action: Float64Array) => void;

/** Sizes and timing that a body and a task require of a brain. */
export interface BrainShape {
  observationSize: number;
  actionSize: number;
  /** Seconds between two calls of the policy. */
  controlTimestep: number;
  /** The body and the names of its sensors, for brains that depend on its legs. */
  body?: { plan: BodyPlan; sensors: readonly string[] };
}

/** Encoding of a genome: a vector of fixed length, or the code of a graph that can grow. */
export type GenomeKind = 'vector' | 'graph';

/** A brain of given sizes: everything but the parameters, which are the genome. */
export interface Brain {
  /** Length of the genome; of a brain that grows, length of its initial genome. */
  readonly parameterCount: number;
  /** Genome from which a search starts, if zeros are not a valid one. */
  readonly initialGenome?: Float32Array;
  /** Fault of a genome in one sentence, or ''. By default only its length is checked. */
  validate?(genome: Float32Array): string;
  /** Group number of each observation, if the members of a group have to be normalised by the same statistics. */
  readonly normalisationGroups?: readonly number[];
  /** A new policy in its initial state, from a valid genome. Keeps no reference to `parameters`. */
  createPolicy(parameters: Float32Array): Policy;
  /** The graph of a valid genome, for display. */
  wiring(parameters: Float32Array): Wiring;
}

/** An entry of the catalogue of brains: an architecture with its settings. */
export interface BrainKind<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly name: string;
  readonly title: string;
  /** One line that says what it is good for. */
  readonly about: string;
  /** Encoding of its genomes; a vector by default. The optimizer must use the same. */
  readonly genome?: GenomeKind;
  readonly settings: Schema;
  build(settings: v.InferOutput<Schema>, shape: BrainShape): Brain;
}

/** Types a brain by its own settings, and lets the catalogue hold brains of any settings. */
export function defineBrain<Schema extends v.GenericSchema>(kind: BrainKind<Schema>): BrainKind<Schema> {
  return kind;
}
