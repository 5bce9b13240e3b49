import { type Rng, stream } from '../math/rng.ts';
import { neatDescription } from './descriptions/neat.ts';
import { neatFault } from './neat/fault.ts';
import { type Genes, genesOf, phenotype } from './neat/genes.ts';
import { type Counters, createInnovations } from './neat/innovations.ts';
import { matchGenes } from './neat/match-genes.ts';
import { initialGenes } from './neat/mutation.ts';
import { offspring } from './neat/reproduction.ts';
import { adaptThreshold, speciate } from './neat/species.ts';
import type { NeatState } from './neat/state.ts';
import { optimizer } from './optimizer.ts';
import { bestFirst, ranking } from './shaping.ts';

/**
 * Neuroevolution of augmenting topologies: nets grow from the smallest one, genes are matched by their innovation numbers, and
 * species protect new structure until its weights have adapted.
 * Stanley & Miikkulainen 2002, Evolving Neural Networks through Augmenting Topologies. As in later implementations, scores come
 * from ranks, and the compatibility threshold adapts to a target number of species.
 */
export const neat = optimizer<NeatState, typeof neatDescription.settings>({
  ...neatDescription,

  init(_dimension, settings, seed, start) {
    if (start === undefined) throw new RangeError('NEAT needs a net to start from: a brain whose genomes are graphs');
    const innovations = createInnovations({ node: 0, innovation: 0 });
    const origin = genesOf(start, innovations.connection);
    const nextNode = origin.nodes.reduce((max, { id }) => Math.max(max, id), 0) + 1;
    return {
      seed,
      generation: 0,
      settings,
      origin,
      species: [],
      champion: origin,
      threshold: 0.5,
      nextSpecies: 1,
      counters: { ...innovations.counters(), node: nextNode },
    };
  },

  ask: (state) => ({ genomes: nextPopulation(state).children.map(phenotype), state }),

  tell(state, genomes, fitness) {
    bestFirst(genomes, fitness); // throws when genomes and fitnesses do not match
    const { children, innovations } = nextPopulation(state);
    const evaluated = matchGenes(children, genomes, fitness, innovations);
    const generation = state.generation + 1;
    if (evaluated.every(({ fitness }) => Number.isNaN(fitness))) return { ...state, generation };

    const order = ranking(evaluated.map(({ fitness }) => fitness));
    const members = order.map((k, rank) => {
      const { genes, fitness } = evaluated[k]!;
      return { genes, fitness, score: 1 - rank / order.length };
    });
    const rng = stream(state.seed, 'species', state.generation);
    const { threshold, nextSpecies: nextId } = state;
    const species = speciate(state.species, members, { threshold, generation, nextId, rng });
    return {
      ...state,
      generation,
      species,
      champion: members[0]!.genes,
      threshold: adaptThreshold(threshold, species.length, state.settings.speciesCount),
      nextSpecies: species.reduce((next, { id }) => Math.max(next, id + 1), nextId),
      counters: aboveAllNodes(innovations.counters(), evaluated),
    };
  },

  mean: (state) => phenotype(state.champion),

  faultOf: neatFault,

  stop: () => ({}),

  stats: ({ generation, settings, species, champion }) => ({
    stepSize: generation === 0 ? settings.sigma : settings.mutation,
    generation,
    others: {
      species: species.length,
      neurons: champion.nodes.length - champion.outputCount,
      connections: champion.connections.filter(({ enabled }) => enabled).length,
    },
  }),

  amend: (state, settings) => ({ ...state, settings: { ...settings, sigma: state.settings.sigma } }),
});

/** The population to evaluate. It follows from the state alone, so `tell` computes it again instead of storing it. */
function nextPopulation({ seed, generation, settings, origin, species, counters }: NeatState) {
  const rng: Rng = stream(seed, 'ask', generation);
  const innovations = createInnovations(counters);
  const children =
    species.length === 0
      ? Array.from({ length: settings.populationSize }, (_, k) => initialGenes(origin, k, settings.sigma, rng))
      : offspring(species, generation, settings, innovations, rng);
  return { children, innovations };
}

/** The counters, with the node counter above every node id: genomes from elsewhere may have higher ids than were assigned. */
function aboveAllNodes({ node, innovation }: Counters, all: readonly { genes: Genes }[]): Counters {
  return {
    node: all.reduce((max, { genes }) => genes.nodes.reduce((m, { id }) => Math.max(m, id + 1), max), node),
    innovation,
  };
}
