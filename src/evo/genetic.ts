import * as v from 'valibot';
import { type Rng, stream } from '../math/rng.ts';
import { choice, integer } from '../schema/field.ts';
import { crossover, recombine } from './crossover.ts';
import { initialGenome, initialSpread, mutate, mutation } from './mutation.ts';
import { optimizer } from './optimizer.ts';
import { populationSize } from './population-field.ts';
import { bestFirst } from './shaping.ts';

const settings = v.strictObject({
  populationSize: populationSize(64),
  selection: choice({
    default: 'truncation',
    options: ['truncation', 'tournament'],
    title: 'Selection',
    effect: 'Who has children: any of the best few alike, or the best of some drawn from all.',
  }),
  parentCount: integer({
    default: 8,
    min: 1,
    max: 1024,
    title: 'Parents',
    effect: 'By truncation, how many of the best have children; fewer press harder, more keep variety.',
    level: 'basic',
  }),
  tournamentSize: integer({
    default: 4,
    min: 1,
    max: 1024,
    title: 'Tournament',
    effect: 'By tournament, how many meet, of whom the best has a child; more press harder, fewer keep variety.',
  }),
  eliteCount: integer({
    default: 4,
    min: 0,
    max: 1024,
    title: 'Elites',
    effect: 'How many of the best live on unchanged and prove themselves again; more are surer of the best under luck.',
  }),
  mutation,
  crossover,
  sigma: initialSpread,
});

/** One that may have children and, if among the first, lives on. */
export interface Parent {
  genome: Float32Array;
  /** Mean over its lives, each in another generation. */
  fitness: number;
  lives: number;
}

/** Plain data. */
export interface GeneticState {
  seed: number;
  generation: number;
  settings: v.InferOutput<typeof settings>;
  start: Float32Array;
  /** Elites and parents, best first; none before the first tell. */
  parents: Parent[];
}

/**
 * Genetic algorithm: the best become parents, children are copies with noise, elites live on for as long as the mean of all
 * their lives keeps up. Such, Madhavan, Conti, Lehman, Stanley & Clune 2017, Deep Neuroevolution (arXiv:1712.06567),
 * algorithm 1; tournaments, crossover and the elites' means are our additions.
 */
export const genetic = optimizer<GeneticState, typeof settings>({
  name: 'genetic',
  title: 'Genetic algorithm',
  about: 'Selection, mutation and, if you like, crossover: evolution as in the books. Slower, and the best to watch.',
  settings,
  seesSizes: true,

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
    const parent = () => parents[place(state, rng)]?.genome as Float32Array;
    const genomes = Array.from({ length: settings.populationSize }, (_, k) => {
      if (parents.length === 0) return initialGenome(start, k, settings.sigma, rng);
      const elite = elites[k];
      if (elite !== undefined) return elite.genome.slice();
      return mutate(recombine(parent(), parent, settings.crossover, rng), settings.mutation, rng);
    });
    return { genomes, state };
  },

  tell(state, genomes, fitness) {
    const { selection, parentCount, eliteCount } = state.settings;
    const elites = elitesOf(state);
    const told = Array.from(fitness, (mark, k) => lived(genomes[k] ?? [], mark, elites));
    const means = told.map(({ fitness }) => fitness);
    const alive = bestFirst(genomes, means).filter((k) => !Number.isNaN(means[k]));
    const chosen = selection === 'tournament' ? alive : alive.slice(0, Math.max(parentCount, eliteCount));
    const parents = chosen.map((k) => told[k] as Parent);
    return { ...state, generation: state.generation + 1, parents: parents.length > 0 ? parents : state.parents };
  },

  /** The best elite that has lived more than once, so that one lucky life does not reign; the best of all while none has. */
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

/** Those who live on: at least one place is left for a child. */
function elitesOf({ parents, settings }: GeneticState): Parent[] {
  return parents.slice(0, Math.min(settings.eliteCount, settings.populationSize - 1));
}

/** Whose turn it is to have a child, by place. */
function place({ parents, settings }: GeneticState, rng: Rng): number {
  if (settings.selection === 'truncation')
    return Math.floor(rng.next() * Math.min(settings.parentCount, parents.length));
  let best = parents.length;
  for (let i = 0; i < settings.tournamentSize; i++) best = Math.min(best, Math.floor(rng.next() * parents.length));
  return best;
}

/** A genome after a life: one more of an elite's, known by its weights, or the first. */
function lived(genome: ArrayLike<number>, fitness: number, elites: readonly Parent[]): Parent {
  const before = elites.find((elite) => elite.genome.every((weight, i) => weight === genome[i]));
  if (before === undefined) return { genome: Float32Array.from(genome), fitness, lives: 1 };
  const lives = before.lives + 1;
  return { genome: before.genome, fitness: before.fitness + (fitness - before.fitness) / lives, lives };
}
