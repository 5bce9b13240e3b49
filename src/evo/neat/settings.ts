import * as v from 'valibot';
import { integer, number } from '../../schema/field.ts';
import { populationSize } from '../population-size.ts';

const probability = (defaultValue: number, title: string, effect: string) =>
  number({ default: defaultValue, min: 0, max: 1, title, effect });

/** Defaults from Stanley & Miikkulainen 2002, section 4.1, except the population: 64 learn to walk sooner than their 150. */
export const neatSettings = v.strictObject({
  populationSize: populationSize(64),
  speciesCount: integer({
    default: 8,
    min: 1,
    max: 64,
    title: 'Species',
    effect: 'Target number of species; more protect more ideas, but try each one less.',
    level: 'basic',
  }),
  addNode: number({
    default: 0.03,
    min: 0,
    max: 1,
    title: 'New neurons',
    effect: 'Share of children with a new neuron in a connection; higher grows nets faster.',
    level: 'basic',
  }),
  addConnection: number({
    default: 0.05,
    min: 0,
    max: 1,
    title: 'New connections',
    effect: 'Share of children with a new connection between two neurons.',
    level: 'basic',
  }),
  mutation: number({
    default: 0.5,
    min: 1e-6,
    max: 10,
    title: 'Mutation',
    effect: 'How far the weights of a child differ from its parents’.',
    level: 'basic',
  }),
  mutate: probability(0.8, 'Changed children', 'Share of children whose weights change at all.'),
  replace: probability(0.1, 'New weights', 'Share of the weights of a changed child that are drawn anew.'),
  enable: probability(0.01, 'Waking genes', 'Share of children in which a connection at rest comes back.'),
  crossover: probability(0.75, 'Crossover', 'Share of children that have two parents.'),
  outbreeding: probability(0.01, 'Outbreeding', 'Share of second parents that are of any species.'),
  survival: number({
    default: 0.2,
    min: 0.01,
    max: 1,
    title: 'Survival',
    effect: 'Share of each species, best first, that may have children; less means stronger selection.',
  }),
  eliteSize: integer({
    default: 5,
    min: 1,
    max: 1024,
    title: 'Species size for an elite',
    effect: 'In species of this size or larger, the best genome stays unchanged and is tested again.',
  }),
  patience: integer({
    default: 15,
    min: 1,
    max: 1000,
    title: 'Patience',
    unit: 'generations',
    effect: 'A species without progress for this many generations dies out, except the two best.',
  }),
  sigma: number({
    default: 0.5,
    min: 1e-6,
    max: 10,
    title: 'Initial spread',
    effect: 'How much the weights of the first generation differ.',
    fixed: true,
  }),
});

export type NeatSettings = v.InferOutput<typeof neatSettings>;
