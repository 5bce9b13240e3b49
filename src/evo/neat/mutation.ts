import { drawn, type Rng } from '../../math/rng.ts';
import { type ConnectionGene, type Genes, senders, wouldClash } from './genes.ts';
import type { Innovations } from './innovations.ts';
import type { NeatSettings } from './settings.ts';

/** How often a place for a new connection is sought; where nearly all are taken, the child goes without. */
const TRIES = 20;

/** A child that differs from what it inherited (Stanley & Miikkulainen 2002, section 3.1 and figure 3). */
export function mutate(genes: Genes, settings: NeatSettings, innovations: Innovations, rng: Rng): Genes {
  let child = genes;
  if (rng.next() < settings.mutate) child = perturbed(child, settings.mutation, settings.replace, rng);
  if (rng.next() < settings.addNode) child = withNode(child, innovations, rng);
  if (rng.next() < settings.addConnection) child = withConnection(child, settings.mutation, innovations, rng);
  if (rng.next() < settings.enable) child = awakened(child, rng);
  return child;
}

/** Weights and biases with normal noise, each drawn anew instead with a chance of `replace`. */
export function perturbed(genes: Genes, deviation: number, replace: number, rng: Rng): Genes {
  const stray = (weight: number) => Math.fround((rng.next() < replace ? 0 : weight) + deviation * rng.normal());
  return {
    ...genes,
    nodes: genes.nodes.map(({ id, bias }) => ({ id, bias: stray(bias) })),
    connections: genes.connections.map(({ from, to, weight, innovation, enabled }) => {
      return { from, to, weight: stray(weight), innovation, enabled };
    }),
  };
}

/** Number `k` of a first generation: all stray from the origin, but where its weights say something, the first is it itself. */
export function initialGenes(origin: Genes, k: number, deviation: number, rng: Rng): Genes {
  const { nodes, connections } = origin;
  const isKnowing = nodes.some(({ bias }) => bias !== 0) || connections.some(({ weight }) => weight !== 0);
  return k === 0 && isKnowing ? origin : perturbed(origin, deviation, 0, rng);
}

/** A neuron in the middle of a connection, which rests from then on: in by 1 and out by the old weight. */
function withNode(genes: Genes, innovations: Innovations, rng: Rng): Genes {
  const awake = genes.connections.filter(({ enabled }) => enabled);
  if (awake.length === 0) return genes;
  const split = drawn(awake, rng);
  const node = innovations.split(split.innovation, (id) => genes.nodes.some((known) => known.id === id));
  const { from, to, weight } = split;
  return {
    ...genes,
    nodes: [...genes.nodes, { id: node, bias: 0 }],
    connections: inOrder([
      ...genes.connections.map((gene) => (gene === split ? { ...gene, enabled: false } : gene)),
      { from, to: node, weight: 1, innovation: innovations.connection(from, node), enabled: true },
      { from: node, to, weight, innovation: innovations.connection(node, to), enabled: true },
    ]),
  };
}

function withConnection(genes: Genes, deviation: number, innovations: Innovations, rng: Rng): Genes {
  const froms = senders(genes);
  const tos = genes.nodes.map(({ id }) => id);
  for (let k = 0; k < TRIES; k++) {
    const [from, to] = [drawn(froms, rng), drawn(tos, rng)];
    if (wouldClash(genes, from, to)) continue;
    const weight = Math.fround(deviation * rng.normal());
    const gene = { from, to, weight, innovation: innovations.connection(from, to), enabled: true };
    return { ...genes, connections: inOrder([...genes.connections, gene]) };
  }
  return genes;
}

function awakened(genes: Genes, rng: Rng): Genes {
  const resting = genes.connections.filter(({ enabled }) => !enabled);
  if (resting.length === 0) return genes;
  const chosen = drawn(resting, rng);
  return {
    ...genes,
    connections: genes.connections.map((gene) => (gene === chosen ? { ...gene, enabled: true } : gene)),
  };
}

const inOrder = (genes: ConnectionGene[]) => genes.sort((a, b) => a.innovation - b.innovation);
