import { type Rng, stream } from '../math/rng.ts';
import { crossoverGenomes } from './crossover.ts';
import { type GeneticSettings, geneticDescription } from './descriptions/genetic.ts';
import { initialGenome, mutateGenome } from './mutation.ts';
import { optimizer } from './optimizer.ts';
import { bestFirst } from './shaping.ts';

/** A genome that may have children; the first ones are also the elites. */
export interface ParentGenome {
  genome: Float32Array;
  /** Mean over its episodes. An elite has one in each generation. */
  fitness: number;
  /** Number of episodes in that mean. */
  lives: number;
}

/** Plain data. */
export interface GeneticState {
  seed: number;
  generation: number;
  settings: GeneticSettings;
  start: Float32Array;
  /** Elites and parents, best first; empty before the first tell. */
  parents: ParentGenome[];
}

/**
 * Genetic algorithm: the best genomes become parents, children are their mutated copies, and elites stay unchanged as long as
 * the mean fitness over all their episodes is among the best. Such, Madhavan, Conti, Lehman, Stanley & Clune 2017, Deep
 * Neuroevolution (arXiv:1712.06567), algorithm 1; tournaments, crossover and the elites' means are our additions.
 */
export const genetic = optimizer<GeneticState, typeof geneticDescription.settings>({
  ...geneticDescription,

  init: (dimension, settings, seed, start) => ({
    seed,
    generation: 0,
    settings,
    start: start ? Float32Array.from(start) : new Float32Array(dimension),
    parents: [],
  }),

  ask(state) {
    const { parents, start, settings } = state;
    const rng = stream(state.seed, 'ask', state.generation);
    const elites = elitesOf(state);
    const parent = () => parents[selectParent(state, rng)]!.genome;
    const genomes = Array.from({ length: settings.populationSize }, (_, k) => {
      if (parents.length === 0) return initialGenome(start, k, settings.sigma, rng);
      const elite = elites[k];
      if (elite !== undefined) return elite.genome.slice();
      return mutateGenome(crossoverGenomes(parent(), parent, settings.crossover, rng), settings.mutation, rng);
    });
    return { genomes, state };
  },

  tell(state, genomes, fitness) {
    const { selection, parentCount, eliteCount } = state.settings;
    const elites = elitesOf(state);
    const evaluated = Array.from(fitness, (each, k) => withEpisode(genomes[k] ?? [], each, elites));
    const means = evaluated.map(({ fitness }) => fitness);
    const succeeded = bestFirst(genomes, means).filter((k) => !Number.isNaN(means[k]));
    const selected = selection === 'tournament' ? succeeded : succeeded.slice(0, Math.max(parentCount, eliteCount));
    const parents = selected.map((k) => evaluated[k]!);
    return { ...state, generation: state.generation + 1, parents: parents.length > 0 ? parents : state.parents };
  },

  /** The best elite with more than one episode, so that one lucky episode does not decide; before that, the best genome. */
  mean(state) {
    const proven = elitesOf(state).find(({ lives }) => lives > 1);
    return ((proven ?? state.parents[0])?.genome ?? state.start).slice();
  },

  stop: () => ({}),

  stats: ({ generation, settings, parents }) => ({
    stepSize: parents.length === 0 ? settings.sigma : settings.mutation,
    generation,
  }),

  amend: (state, settings) => ({ ...state, settings: { ...settings, sigma: state.settings.sigma } }),
});

/** The genomes that stay unchanged: at most all but one of a population, which leaves room for a child. */
function elitesOf({ parents, settings }: GeneticState): ParentGenome[] {
  return parents.slice(0, Math.min(settings.eliteCount, settings.populationSize - 1));
}

/** Index of the next parent to have a child. */
function selectParent({ parents, settings }: GeneticState, rng: Rng): number {
  if (settings.selection === 'truncation')
    return Math.floor(rng.next() * Math.min(settings.parentCount, parents.length));
  let best = parents.length;
  for (let i = 0; i < settings.tournamentSize; i++) best = Math.min(best, Math.floor(rng.next() * parents.length));
  return best;
}

/** A genome after an episode. Elites are recognised by their weights, and their fitness is the mean over their episodes. */
function withEpisode(genome: ArrayLike<number>, fitness: number, elites: readonly ParentGenome[]): ParentGenome {
  const elite = elites.find((each) => each.genome.every((weight, i) => weight === genome[i]));
  if (elite === undefined) return { genome: Float32Array.from(genome), fitness, lives: 1 };
  const lives = elite.lives + 1;
  return { genome: elite.genome, fitness: elite.fitness + (fitness - elite.fitness) / lives, lives };
}
