import type { Genes } from './genes.ts';

/** c1 = c2 and c3 of the paper's experiments (Stanley & Miikkulainen 2002, section 4.1). */
const C1 = 1;
const C3 = 0.4;

/** N is 1 for genomes with fewer connections than this. */
const SMALL = 20;

/**
 * Compatibility distance (eq. 1): c1 times the number of genes that only one of the two has, divided by the size N of the
 * larger genome, plus c3 times the mean difference in weight of the matching genes. Biases count as weights.
 */
export function distance(a: Genes, b: Genes): number {
  let matching = 0;
  let difference = 0;
  let i = 0;
  let j = 0;
  while (i < a.connections.length && j < b.connections.length) {
    const one = a.connections[i]!;
    const other = b.connections[j]!;
    if (one.innovation === other.innovation) {
      matching++;
      difference += Math.abs(one.weight - other.weight);
    }
    if (one.innovation <= other.innovation) i++;
    if (other.innovation <= one.innovation) j++;
  }
  const unmatched = a.connections.length + b.connections.length - 2 * matching;
  const biases = new Map(b.nodes.map(({ id, bias }) => [id, bias]));
  for (const { id, bias } of a.nodes) {
    const match = biases.get(id);
    if (match === undefined) continue;
    matching++;
    difference += Math.abs(bias - match);
  }
  const size = Math.max(a.connections.length, b.connections.length);
  const N = size < SMALL ? 1 : size;
  return (C1 * unmatched) / N + C3 * (matching === 0 ? 0 : difference / matching);
}
