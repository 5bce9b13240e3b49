import type { Rng } from '../../math/rng.ts';
import type { ConnectionGene, Genes } from './genes.ts';

/** Chance that a gene disabled in either parent is disabled in the child (Stanley & Miikkulainen 2002, section 4.1). */
const DISABLE_CHANCE = 0.75;

/**
 * A child of two parents: matching genes come from either at random, all others from the fitter parent (figure 4), so the
 * child has the structure of the fitter parent. With equal fitness, the first argument counts as the fitter.
 */
export function crossoverGenes(fitter: Genes, other: Genes, rng: Rng): Genes {
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
      while (at < other.connections.length && other.connections[at]!.innovation < innovation) at++;
      const match = other.connections[at];
      if (match?.innovation !== innovation) return gene;
      const weight = rng.next() < 0.5 ? gene.weight : match.weight;
      return { from, to, weight, innovation, enabled: isEnabled(gene, match, rng) };
    }),
  };
}

function isEnabled(one: ConnectionGene, other: ConnectionGene, rng: Rng): boolean {
  return (one.enabled && other.enabled) || rng.next() >= DISABLE_CHANCE;
}
