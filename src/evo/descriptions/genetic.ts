import * as v from 'valibot';
import { choice, integer } from '../../schema/field.ts';
import { crossoverKind } from '../crossover.ts';
import { initialSpread, mutationSigma } from '../mutation.ts';
import { describeOptimizer } from '../optimizer.ts';
import { populationSize } from '../population-size.ts';

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
  mutation: mutationSigma,
  crossover: crossoverKind,
  sigma: initialSpread,
});

export type GeneticSettings = v.InferOutput<typeof settings>;

export const geneticDescription = describeOptimizer({
  name: 'genetic',
  title: 'Genetic algorithm',
  about: 'Selection, mutation and, if you like, crossover: evolution as in the books. Slower, and the best to watch.',
  settings,
  stepSetting: 'mutation',
  usesFitnessValues: true,
});
