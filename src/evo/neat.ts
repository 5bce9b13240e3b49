import { type Rng, stream } from '../math/rng.ts';
import { neatFault } from './neat/fault.ts';
import { type Genes, genesOf, phenotype } from './neat/genes.ts';
import { type Counters, createInnovations } from './neat/innovations.ts';
import { initialGenes } from './neat/mutation.ts';
import { recognised } from './neat/recognition.ts';
import { offspring } from './neat/reproduction.ts';
import { neatSettings } from './neat/settings.ts';
import { adaptedThreshold, speciated } from './neat/species.ts';
import type { NeatState } from './neat/state.ts';
import { optimizer } from './optimizer.ts';
import { bestFirst, ranking } from './shaping.ts';

/**
 * Neuroevolution of augmenting topologies: nets grow from the smallest, genes are matched by their innovation numbers, and
 * species shelter new structure until it has had time to be of use.
 * Stanley & Miikkulainen 2002, Evolving Neural Networks through Augmenting Topologies. As in later programs, fitness counts
 * by rank and the threshold of species follows a number aimed at.
 */
export const neat = optimizer<NeatState, typeof neatSettings>({
  name: 'neat',
  title: 'NEAT',
  about: 'Grows the net itself, a neuron or a connection at a time, in species that shelter what is new.',
  genome: 'graph',
  settings: neatSettings,

  init(_dimension, settings, seed, start) {
    if (start === undefined) throw new RangeError('NEAT needs a net to start from: a brain whose genomes are graphs');
    const innovations = createInnovations({ node: 0, innovation: 0 });
    const origin = genesOf(start, innovations.connection);
    const nextNode = origin.nodes.reduce((most, { id }) => Math.max(most, id), 0) + 1;
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

  ask: (state) => ({ genomes: bred(state).children.map(phenotype), state }),

  tell(state, genomes, fitness) {
    bestFirst(genomes, fitness);
    const { children, innovations } = bred(state);
    const all = recognised(children, genomes, fitness, innovations);
    const generation = state.generation + 1;
    if (all.every(({ fitness }) => Number.isNaN(fitness))) return { ...state, generation };

    const places = ranking(all.map(({ fitness }) => fitness));
    const tested = places.map((k, place) => {
      const { genes, fitness } = all[k] as (typeof all)[number];
      return { genes, fitness, score: 1 - place / places.length };
    });
    const rng = stream(state.seed, 'species', state.generation);
    const { threshold, nextSpecies: nextId } = state;
    const species = speciated(state.species, tested, { threshold, generation, nextId, rng });
    return {
      ...state,
      generation,
      species,
      champion: (tested[0] as (typeof tested)[number]).genes,
      threshold: adaptedThreshold(threshold, species.length, state.settings.speciesCount),
      nextSpecies: species.reduce((next, { id }) => Math.max(next, id + 1), nextId),
      counters: afterStrangers(innovations.counters(), all),
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

/** The population to try now. It follows from the state alone, so telling breeds it once more instead of keeping it. */
function bred({ seed, generation, settings, origin, species, counters }: NeatState) {
  const rng: Rng = stream(seed, 'ask', generation);
  const innovations = createInnovations(counters);
  const children =
    species.length === 0
      ? Array.from({ length: settings.populationSize }, (_, k) => initialGenes(origin, k, settings.sigma, rng))
      : offspring(species, generation, settings, innovations, rng);
  return { children, innovations };
}

/** Strangers may bring neurons of higher numbers than any given out. */
function afterStrangers({ node, innovation }: Counters, all: readonly { genes: Genes }[]): Counters {
  return {
    node: all.reduce((most, { genes }) => genes.nodes.reduce((m, { id }) => Math.max(m, id + 1), most), node),
    innovation,
  };
}
