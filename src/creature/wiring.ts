/**
 * How the value of a node comes about: given (`felt`, or `remembered` from the step before), a squashed sum (`tanh`, `relu`,
 * `linear`, `clip`), the beat of a `clock` that its sum hurries, a `wave` on that beat, or a `kick` in the first steps.
 */
type Answer = 'felt' | 'remembered' | 'tanh' | 'relu' | 'linear' | 'clip' | 'clock' | 'wave' | 'kick';

/** An input, a neuron or an output. */
export interface WiringNode {
  kind: 'input' | 'kick' | 'memory' | 'hidden' | 'clock' | 'wave' | 'output';
  /** Stays the same while a net grows. */
  id: number;
  /** Among its kind, from 0: of an input which sense, of a wave or an output which joint. */
  index: number;
  /** How far from the inputs to draw it: 0 for them, the same for all outputs, more than any other's. */
  depth: number;
  answer: Answer;
  /** Numbers of its own, such as a bias: what each is, and where in the genome it stands. */
  knobs: readonly { name: string; parameter: number }[];
  /** Place of the node that it remembers, swings by or starts its sum from. */
  source?: number;
  /** What a kick says while it lasts; after that it says 0. */
  kick?: number;
}

export interface WiringConnection {
  /** Places among the nodes. */
  from: number;
  to: number;
  /** Where in the genome its weight stands. */
  parameter: number;
}

/** A brain to be looked at: what there is in it and which number of the genome belongs where. */
export interface Wiring {
  /** In the order they are computed: inputs first, outputs last. */
  nodes: readonly WiringNode[];
  /** In the order their terms are added: those into one node lie together. */
  connections: readonly WiringConnection[];
  /** Of its clock: strides a second with its rate at 0, and seconds between two thoughts. */
  beat?: { frequency: number; controlTimestep: number };
  /** Control steps that its kicks last. */
  kickSteps?: number;
}

/** The connections into each node, by its place. */
export function incomingOf({ nodes, connections }: Wiring): WiringConnection[][] {
  const incoming: WiringConnection[][] = nodes.map(() => []);
  for (const connection of connections) incoming[connection.to]?.push(connection);
  return incoming;
}
