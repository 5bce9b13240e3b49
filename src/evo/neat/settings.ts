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
    effect: 'How many kinds are aimed at; more shelter more ideas and try each less.',
    level: 'basic',
  }),
  addNode: number({
    default: 0.03,
    min: 0,
    max: 1,
    title: 'New neurons',
    effect: 'Share of children with a neuron put into a connection; higher grows nets faster.',
    level: 'basic',
  }),
  addConnection: number({
    default: 0.05,
    min: 0,
    max: 1,
    title: 'New connections',
    effect: 'Share of children with a connection between two neurons that had none.',
    level: 'basic',
  }),
  mutation: number({
    default: 0.5,
    min: 1e-6,
    max: 10,
    title: 'Mutation',
    effect: 'How far the weights of a child stray from its parents’.',
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
    effect: 'Share of each species, best first, that may have children; less presses harder.',
  }),
  eliteSize: integer({
    default: 5,
    min: 1,
    max: 1024,
    title: 'Size for an elite',
    effect: 'In species of so many or more the best lives on unchanged, to prove itself again.',
  }),
  patience: integer({
    default: 15,
    min: 1,
    max: 1000,
    title: 'Patience',
    unit: 'generations',
    effect: 'A species without progress for longer dies out; the two best are spared.',
  }),
  sigma: number({
    default: 0.5,
    min: 1e-6,
    max: 10,
    title: 'First spread',
    effect: 'How different from each other the weights of the first generation are.',
    fixed: true,
  }),
});

export type NeatSettings = v.InferOutput<typeof neatSettings>;
