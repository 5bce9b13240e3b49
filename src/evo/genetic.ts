import * as v from 'valibot';
import { type Rng, stream } from '../math/rng.ts';
import { choice, integer, number } from '../schema/field.ts';
import { optimizer } from './optimizer.ts';
import { populationSize } from './population-field.ts';
import { bestFirst } from './shaping.ts';

const settings = v.strictObject({
  populationSize: populationSize(64),
  parentCount: integer({
    default: 8,
    min: 1,
    max: 1024,
    title: 'Parents',
    effect: 'How many of the best have children; fewer press harder, more keep variety.',
    level: 'basic',
  }),
  eliteCount: integer({
    default: 1,
    min: 0,
    max: 1024,
    title: 'Elites',
    effect: 'How many of the best live on unchanged and prove themselves again.',
  }),
  mutation: number({
    default: 0.05,
    min: 1e-6,
    max: 10,
    title: 'Mutation',
    effect: 'How far each weight of a child strays from its parent.',
    level: 'basic',
  }),
  crossover: choice({
    default: 'none',
    options: ['none', 'uniform', 'one-point'],
    title: 'Crossover',
    effect: 'Children of one parent, of two mixed weight by weight, or of two cut and joined at one place.',
  }),
  sigma: number({
    default: 0.1,
    min: 1e-6,
    max: 10,
    title: 'First spread',
    effect: 'How different from each other the first generation is.',
    fixed: true,
  }),
});

/** Plain data. */
export interface GeneticState {
  seed: number;
  generation: number;
  settings: v.InferOutput<typeof settings>;
  start: Float32Array;
  /** Parents and elites, best first; none before the first tell. */
  parents: Float32Array[];
}

/**
 * Genetic algorithm: the best become parents, children are copies with noise, elites live on.
 * Such, Madhavan, Conti, Lehman, Stanley & Clune 2017, Deep Neuroevolution, algorithm 1; crossover is our addition.
 */
export const genetic = optimizer<GeneticState, typeof settings>({
  name: 'genetic',
  title: 'Genetic algorithm',
  about: 'Selection, mutation and, if you like, crossover: evolution as in the books. Slower, and the best to watch.',
  settings,

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
    const pool = parents.slice(0, settings.parentCount);
    const eliteCount = Math.min(settings.eliteCount, parents.length);
    const genomes = Array.from({ length: settings.populationSize }, (_, k) => {
      if (parents.length === 0) return strayed(start, settings.sigma, rng);
      if (k < eliteCount) return (parents[k] as Float32Array).slice();
      const child = crossed(anyOf(pool, rng), settings.crossover, pool, rng);
      return strayed(child, settings.mutation, rng);
    });
    return { genomes, state };
  },

  tell(state, genomes, fitness) {
    const alive = bestFirst(genomes, fitness).filter((k) => !Number.isNaN(fitness[k]));
    const chosen = alive.slice(0, Math.max(state.settings.parentCount, state.settings.eliteCount));
    const parents = chosen.map((k) => Float32Array.from(genomes[k] as ArrayLike<number>));
    return { ...state, generation: state.generation + 1, parents: parents.length > 0 ? parents : state.parents };
  },

  mean: (state) => (state.parents[0] ?? state.start).slice(),

  stop: () => ({}),

  stats: ({ generation, settings, parents }) => ({
    stepSize: parents.length === 0 ? settings.sigma : settings.mutation,
    generation,
  }),

  amend: (state, settings) => ({ ...state, settings: { ...settings, sigma: state.settings.sigma } }),
});

function anyOf(parents: readonly Float32Array[], rng: Rng): Float32Array {
  return parents[Math.floor(rng.next() * parents.length)] as Float32Array;
}

/** A copy of `genome` with normal noise on each weight. */
function strayed(genome: Float32Array, deviation: number, rng: Rng): Float32Array {
  return genome.map((weight) => weight + deviation * rng.normal());
}

/** `mother` with some of her weights exchanged for those of one of the parents, or she herself. */
function crossed(
  mother: Float32Array,
  crossover: GeneticState['settings']['crossover'],
  parents: readonly Float32Array[],
  rng: Rng,
): Float32Array {
  if (crossover === 'none') return mother;
  const father = anyOf(parents, rng);
  if (crossover === 'uniform') return mother.map((weight, i) => (rng.next() < 0.5 ? weight : (father[i] as number)));
  const cut = Math.floor(rng.next() * mother.length);
  return mother.map((weight, i) => (i < cut ? weight : (father[i] as number)));
}
