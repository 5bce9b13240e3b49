import type * as v from 'valibot';
import type { BodyPlan } from './body-plan.ts';
import type { Wiring } from './wiring.ts';

/** The live controller of one life: fills `action` (each in [-1, 1]) from `observation`; may remember within that life. */
export type Policy = (observation: Float64Array, action: Float64Array) => void;

/** What a body and a task ask of a brain. */
export interface BrainShape {
  observationSize: number;
  actionSize: number;
  /** Seconds between two calls of the policy. */
  controlTimestep: number;
  /** The body and the names of its senses, for brains that go by its legs. */
  body?: { plan: BodyPlan; senses: readonly string[] };
}

/** How knobs are put into a genome: one number each, always as many; or the code of a graph that may grow. */
export type GenomeKind = 'vector' | 'graph';

/** Wiring without a state: how many knobs there are, and how to wake a policy that has them turned just so. */
export interface Brain {
  /** How long the genome is; of a brain whose genomes grow, how long the one it starts from is. */
  readonly parameterCount: number;
  /** The genome a search starts from, where zeros would mean nothing. */
  readonly start?: Float32Array;
  /** What is wrong with a genome, in one sentence, or nothing; where its length alone does not tell. */
  faultOf?(genome: Float32Array): string;
  /** A group number for each sense, where some have to be normalised alike because they take each other's places. */
  readonly alike?: readonly number[];
  /** A new policy with a memory of its own. Reads `parameters` (no fault of theirs) now and keeps no reference to it. */
  wake(parameters: Float32Array): Policy;
  /** What a genome without fault wires together, to be looked at. */
  wiring(parameters: Float32Array): Wiring;
}

/** A way of wiring, with its settings: what the catalogue of brains holds. */
export interface BrainKind<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly name: string;
  readonly title: string;
  /** One line for people: what it is good for. */
  readonly about: string;
  /** What its genomes are: a vector unless it says otherwise. The optimizer has to search the same. */
  readonly genome?: GenomeKind;
  readonly settings: Schema;
  build(settings: v.InferOutput<Schema>, shape: BrainShape): Brain;
}

/** Says a kind in full type where it is made, and lets the catalogue hold it whatever its settings are. */
export function brainKind<Schema extends v.GenericSchema>(kind: BrainKind<Schema>): BrainKind<Schema> {
  return kind;
}
