import type { ConnectionGene, Genes } from './genes.ts';

/** c1 = c2, and c3, of the paper's experiments (Stanley & Miikkulainen 2002, section 4.1). */
const STRUCTURE = 1;
const WEIGHTS = 0.4;

/** Genomes of fewer genes are not divided by their size. */
const SMALL = 20;

/**
 * How unlike two are (eq. 1): genes that only one has, by the size of the larger, and the mean difference in weight of those
 * that both have. Biases count as weights.
 */
export function distance(a: Genes, b: Genes): number {
  let shared = 0;
  let difference = 0;
  let i = 0;
  let j = 0;
  while (i < a.connections.length && j < b.connections.length) {
    const one = a.connections[i] as ConnectionGene;
    const other = b.connections[j] as ConnectionGene;
    if (one.innovation === other.innovation) {
      shared++;
      difference += Math.abs(one.weight - other.weight);
    }
    if (one.innovation <= other.innovation) i++;
    if (other.innovation <= one.innovation) j++;
  }
  const single = a.connections.length + b.connections.length - 2 * shared;
  const biases = new Map(b.nodes.map(({ id, bias }) => [id, bias]));
  for (const { id, bias } of a.nodes) {
    const match = biases.get(id);
    if (match === undefined) continue;
    shared++;
    difference += Math.abs(bias - match);
  }
  const larger = Math.max(a.connections.length, b.connections.length);
  return (STRUCTURE * single) / (larger < SMALL ? 1 : larger) + WEIGHTS * (shared === 0 ? 0 : difference / shared);
}
