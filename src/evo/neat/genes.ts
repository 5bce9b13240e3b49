import { type GraphConnection, type GraphNode, hasPath } from '../../math/graph.ts';
import { graphFromCode, graphToCode } from '../../math/graph-code.ts';

/** An inherited connection. Genes with equal innovation numbers descend from the same mutation. */
export interface ConnectionGene extends GraphConnection {
  innovation: number;
  /** Whether the net has the connection; a disabled gene is inherited and may be enabled again. */
  enabled: boolean;
}

/** The genotype of an individual. Nodes are outputs and hidden neurons; connections are sorted by rising innovation number. */
export interface Genes {
  inputCount: number;
  outputCount: number;
  nodes: readonly GraphNode[];
  connections: readonly ConnectionGene[];
}

/** The code of the net that the genes describe: enabled connections only. */
export function phenotype(genes: Genes): Float32Array {
  return graphToCode({ ...genes, connections: genes.connections.filter(({ enabled }) => enabled) });
}

/**
 * Genes for a net given by its code; `innovationOf` assigns the innovation number of each connection.
 * Throws a RangeError when the code is not valid.
 */
export function genesOf(code: ArrayLike<number>, innovationOf: (from: number, to: number) => number): Genes {
  const { connections, ...rest } = graphFromCode(code);
  const genes = connections.map((each) => ({ ...each, innovation: innovationOf(each.from, each.to), enabled: true }));
  return { ...rest, connections: genes.sort((a, b) => a.innovation - b.innovation) };
}

/** Ids of the nodes that a connection may start from: inputs and hidden neurons. */
export function connectionSources({ inputCount, outputCount, nodes }: Genes): number[] {
  const hidden = nodes.map(({ id }) => id).filter((id) => id >= inputCount + outputCount);
  return [...Array.from({ length: inputCount }, (_, i) => i), ...hidden];
}

/** Whether a new connection would duplicate one or close a cycle; disabled genes count too. */
export function isForbidden({ connections }: Genes, from: number, to: number): boolean {
  return connections.some((each) => each.from === from && each.to === to) || hasPath(connections, to, from);
}
