import { type GraphConnection, type GraphNode, leadsTo } from '../../math/graph.ts';
import { graphFromCode, graphToCode } from '../../math/graph-code.ts';

/** A connection as it is inherited. Two genes of one innovation number have one origin, whatever became of them since. */
export interface ConnectionGene extends GraphConnection {
  innovation: number;
  /** Whether the net has it; a gene may rest and come back. */
  enabled: boolean;
}

/** What one individual inherits. Connections stand by rising innovation; nodes are the outputs and the hidden neurons. */
export interface Genes {
  inputCount: number;
  outputCount: number;
  nodes: readonly GraphNode[];
  connections: readonly ConnectionGene[];
}

/** The net that genes make: only what is enabled. */
export function phenotype(genes: Genes): Float32Array {
  return graphToCode({ ...genes, connections: genes.connections.filter(({ enabled }) => enabled) });
}

/**
 * Genes for a net that is known by its code alone; `numberOf` says the innovation number of a connection.
 * Throws a RangeError with the fault of what is no net.
 */
export function genesOf(code: ArrayLike<number>, numberOf: (from: number, to: number) => number): Genes {
  const { connections, ...rest } = graphFromCode(code);
  const genes = connections.map((each) => ({ ...each, innovation: numberOf(each.from, each.to), enabled: true }));
  return { ...rest, connections: genes.sort((a, b) => a.innovation - b.innovation) };
}

/** Ids of what may send: inputs and hidden neurons. */
export function senders({ inputCount, outputCount, nodes }: Genes): number[] {
  const hidden = nodes.map(({ id }) => id).filter((id) => id >= inputCount + outputCount);
  return [...Array.from({ length: inputCount }, (_, i) => i), ...hidden];
}

/** Whether a new connection would be a second one or close a circle, through resting genes too. */
export function wouldClash({ connections }: Genes, from: number, to: number): boolean {
  return connections.some((each) => each.from === from && each.to === to) || leadsTo(connections, to, from);
}
