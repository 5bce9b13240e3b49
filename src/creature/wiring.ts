/**
 * How a node's value is computed: an `input`, the `opposite` of its source, a `memory` of its source's value in the last step, a
 * function of its sum (`tanh`, `relu`, `linear`, `clip`), a `clock` whose rate depends on its sum, a `wave` driven by the clock, or
 * a `kick`, a constant in the first steps.
 */
type Activation = 'input' | 'opposite' | 'memory' | 'tanh' | 'relu' | 'linear' | 'clip' | 'clock' | 'wave' | 'kick';

/** A node of a brain's graph. */
export interface WiringNode {
  kind: 'input' | 'opposite' | 'kick' | 'memory' | 'hidden' | 'clock' | 'wave' | 'output';
  /** Constant while a net grows. */
  id: number;
  /** Place among the nodes of its kind, from 0: the sensor of an input or an opposite, the joint of a wave or an output. */
  index: number;
  /** Column in which to draw it: 0 for inputs, the same and the largest for all outputs. */
  depth: number;
  activation: Activation;
  /** Its own parameters, such as a bias: name and index in the genome. */
  parameters: readonly { name: string; parameter: number }[];
  /** Index of the node that it is the opposite of, that it remembers, that drives it, or that its sum starts from. */
  source?: number;
  /** Value of a kick during the first `kickSteps` steps; afterwards it is 0. */
  kick?: number;
}

export interface WiringConnection {
  /** Indices of nodes. */
  from: number;
  to: number;
  /** Index of its weight in the genome. */
  parameter: number;
}

/** A brain as a graph, for display: its nodes and connections, and where their numbers are in the genome. */
export interface Wiring {
  /** In the order of computation: inputs first, outputs last. */
  nodes: readonly WiringNode[];
  /** In the order in which their terms are added, grouped by target node. */
  connections: readonly WiringConnection[];
  /** Of a clock: frequency in Hz at a rate parameter of 0, and seconds between two control steps. */
  beat?: { frequency: number; controlTimestep: number };
  /** How many control steps its kicks last. */
  kickSteps?: number;
}

/** The connections into each node, by index of the node. */
export function incomingOf({ nodes, connections }: Wiring): WiringConnection[][] {
  const incoming: WiringConnection[][] = nodes.map(() => []);
  for (const connection of connections) incoming[connection.to]?.push(connection);
  return incoming;
}
