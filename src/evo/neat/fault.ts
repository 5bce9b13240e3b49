import { codeFault } from '../../math/graph-code.ts';
import { type Genes, phenotype } from './genes.ts';
import type { NeatState } from './state.ts';

/** What is wrong with genes that should descend from `origin`, in a few words; empty when nothing is. */
function genesFault(genes: Genes, origin: Genes): string {
  if (genes.inputCount !== origin.inputCount || genes.outputCount !== origin.outputCount)
    return 'has other inputs or outputs than its origin';
  const { connections } = genes;
  const isSorted = connections.every((gene, i) => gene.innovation > (connections[i - 1]?.innovation ?? -1));
  if (!isSorted || !connections.every(({ innovation }) => Number.isInteger(innovation)))
    return 'has connections whose innovation numbers do not rise';
  try {
    // With the disabled connections too: they may become enabled later.
    return codeFault(phenotype({ ...genes, connections: connections.map((gene) => ({ ...gene, enabled: true })) }));
  } catch (error) {
    return (error as Error).message;
  }
}

/** The highest node id and the highest innovation number in genes. */
const highestIds = ({ nodes, connections }: Genes): [number, number] => [
  nodes.reduce((max, { id }) => Math.max(max, id), -1),
  connections.at(-1)?.innovation ?? -1,
];

const isCount = (value: number) => Number.isInteger(value) && value >= 0;

/** Says what is wrong with a NEAT state from a file, whose types have been checked; empty if nothing is. */
export function neatFault({ origin, champion, species, threshold, nextSpecies, counters }: NeatState): string {
  if (!(threshold > 0 && threshold < Number.POSITIVE_INFINITY)) return `threshold is ${threshold}`;
  const all = new Map<string, Genes>([
    ['origin', origin],
    ['champion', champion],
  ]);
  for (const [s, { id, representative, members, improved }] of species.entries()) {
    if (!isCount(id) || id >= nextSpecies || !isCount(improved))
      return `species[${s}] has an id or generation that is not valid`;
    if (members.length === 0) return `species[${s}] has no members`;
    const odd = members.findIndex(({ score }) => !(score > 0 && score <= 1));
    if (odd >= 0) return `species[${s}].members[${odd}].score is ${members[odd]?.score}, must be above 0 and at most 1`;
    all.set(`species[${s}].representative`, representative);
    for (const [m, { genes }] of members.entries()) all.set(`species[${s}].members[${m}]`, genes);
  }
  if (![counters.node, counters.innovation, nextSpecies].every(isCount)) return 'counters are not counts';
  for (const [where, genes] of all) {
    const fault = genesFault(genes, origin);
    if (fault !== '') return `${where} ${fault}`;
    const [node, innovation] = highestIds(genes);
    if (node >= counters.node || innovation >= counters.innovation) return `${where} has ids above the counters`;
  }
  return '';
}
