import type { Rng } from '../../math/rng.ts';
import type { ConnectionGene, Genes } from './genes.ts';

/** How often a gene that rests in a parent rests in the child too (Stanley & Miikkulainen 2002, section 4.1). */
const REST = 0.75;

/**
 * A child of two: genes that both have come from either, the rest from the fitter (figure 4), whose wiring it so has.
 * Of parents equally fit the first counts as the fitter.
 */
export function crossover(fitter: Genes, other: Genes, rng: Rng): Genes {
  let at = 0;
  const biases = new Map(other.nodes.map(({ id, bias }) => [id, bias]));
  return {
    ...fitter,
    nodes: fitter.nodes.map((node) => {
      const bias = biases.get(node.id);
      return bias !== undefined && rng.next() < 0.5 ? { id: node.id, bias } : node;
    }),
    connections: fitter.connections.map((gene) => {
      const { from, to, innovation } = gene;
      while (at < other.connections.length && (other.connections[at] as ConnectionGene).innovation < innovation) at++;
      const match = other.connections[at];
      if (match?.innovation !== innovation) return gene;
      const weight = rng.next() < 0.5 ? gene.weight : match.weight;
      return { from, to, weight, innovation, enabled: wakes(gene, match, rng) };
    }),
  };
}

function wakes(one: ConnectionGene, other: ConnectionGene, rng: Rng): boolean {
  return (one.enabled && other.enabled) || rng.next() >= REST;
}
