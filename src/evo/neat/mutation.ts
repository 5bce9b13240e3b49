import { pickRandom, type Rng } from '../../math/rng.ts';
import { type ConnectionGene, connectionSources, type Genes, isForbidden } from './genes.ts';
import type { Innovations } from './innovations.ts';
import type { NeatSettings } from './settings.ts';

/** Attempts to find two nodes for a new connection; when all fail, the child gets none. */
const MAX_ATTEMPTS = 20;

/** A mutated copy of genes: weights, new node, new connection, enabled gene (Stanley & Miikkulainen 2002, section 3.1). */
export function mutateGenes(genes: Genes, settings: NeatSettings, innovations: Innovations, rng: Rng): Genes {
  let child = genes;
  if (rng.next() < settings.mutate) child = perturbWeights(child, settings.mutation, settings.replace, rng);
  if (rng.next() < settings.addNode) child = addNode(child, innovations, rng);
  if (rng.next() < settings.addConnection) child = addConnection(child, settings.mutation, innovations, rng);
  if (rng.next() < settings.enable) child = enableConnection(child, rng);
  return child;
}

/** Adds Gaussian noise to weights and biases; each is replaced by noise alone with the chance `replace`. */
export function perturbWeights(genes: Genes, deviation: number, replace: number, rng: Rng): Genes {
  const perturb = (weight: number) => Math.fround((rng.next() < replace ? 0 : weight) + deviation * rng.normal());
  return {
    ...genes,
    nodes: genes.nodes.map(({ id, bias }) => ({ id, bias: perturb(bias) })),
    connections: genes.connections.map(({ from, to, weight, innovation, enabled }) => {
      return { from, to, weight: perturb(weight), innovation, enabled };
    }),
  };
}

/** Individual `k` of the first generation: the origin with other weights. Individual 0 is a trained origin itself. */
export function initialGenes(origin: Genes, k: number, deviation: number, rng: Rng): Genes {
  const { nodes, connections } = origin;
  const isTrained = nodes.some(({ bias }) => bias !== 0) || connections.some(({ weight }) => weight !== 0);
  return k === 0 && isTrained ? origin : perturbWeights(origin, deviation, 0, rng);
}

/** Splits a connection by a new neuron (figure 3): weight 1 into it, the old weight out of it; the old gene is disabled. */
function addNode(genes: Genes, innovations: Innovations, rng: Rng): Genes {
  const enabled = genes.connections.filter(({ enabled }) => enabled);
  if (enabled.length === 0) return genes;
  const split = pickRandom(enabled, rng);
  const node = innovations.split(split.innovation, (id) => genes.nodes.some((known) => known.id === id));
  const { from, to, weight } = split;
  return {
    ...genes,
    nodes: [...genes.nodes, { id: node, bias: 0 }],
    connections: sortByInnovation([
      ...genes.connections.map((gene) => (gene === split ? { ...gene, enabled: false } : gene)),
      { from, to: node, weight: 1, innovation: innovations.connection(from, node), enabled: true },
      { from: node, to, weight, innovation: innovations.connection(node, to), enabled: true },
    ]),
  };
}

/** Connects two nodes that were not connected (figure 3). */
function addConnection(genes: Genes, deviation: number, innovations: Innovations, rng: Rng): Genes {
  const sources = connectionSources(genes);
  const targets = genes.nodes.map(({ id }) => id);
  for (let k = 0; k < MAX_ATTEMPTS; k++) {
    const [from, to] = [pickRandom(sources, rng), pickRandom(targets, rng)];
    if (isForbidden(genes, from, to)) continue;
    const weight = Math.fround(deviation * rng.normal());
    const gene = { from, to, weight, innovation: innovations.connection(from, to), enabled: true };
    return { ...genes, connections: sortByInnovation([...genes.connections, gene]) };
  }
  return genes;
}

/** Enables one of the disabled connections. */
function enableConnection(genes: Genes, rng: Rng): Genes {
  const disabled = genes.connections.filter(({ enabled }) => !enabled);
  if (disabled.length === 0) return genes;
  const chosen = pickRandom(disabled, rng);
  return {
    ...genes,
    connections: genes.connections.map((gene) => (gene === chosen ? { ...gene, enabled: true } : gene)),
  };
}

const sortByInnovation = (genes: ConnectionGene[]) => genes.sort((a, b) => a.innovation - b.innovation);
