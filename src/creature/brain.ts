import type * as v from 'valibot';

/** The live controller of one life: fills `action` (each in [-1, 1]) from `observation`; may remember within that life. */
export type Policy = (observation: Float64Array, action: Float64Array) => void;

/** What a body and a task ask of a brain. */
export interface BrainShape {
  observationSize: number;
  actionSize: number;
  /** Seconds between two calls of the policy. */
  controlTimestep: number;
}

/** Wiring without a state: how many knobs there are, and how to wake a policy that has them turned just so. */
export interface Brain {
  readonly parameterCount: number;
  /** A new policy with a memory of its own. Reads `parameters` (length parameterCount) now and keeps no reference to it. */
  wake(parameters: Float32Array): Policy;
}

/** A way of wiring, with its settings: what the catalogue of brains holds. */
export interface BrainKind<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly name: string;
  readonly title: string;
  /** One line for people: what it is good for. */
  readonly about: string;
  readonly settings: Schema;
  build(settings: v.InferOutput<Schema>, shape: BrainShape): Brain;
}

/** Says a kind in full type where it is made, and lets the catalogue hold it whatever its settings are. */
export function brainKind<Schema extends v.GenericSchema>(kind: BrainKind<Schema>): BrainKind<Schema> {
  return kind;
}
