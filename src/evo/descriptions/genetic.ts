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
    effect:
      'Which genomes have children: any of the best few (truncation), or the best of a random group (tournament).',
  }),
  parentCount: integer({
    default: 8,
    min: 1,
    max: 1024,
    title: 'Parents',
    effect: 'With truncation, how many of the best have children; fewer select more strongly, more keep variety.',
    level: 'basic',
  }),
  tournamentSize: integer({
    default: 4,
    min: 1,
    max: 1024,
    title: 'Tournament',
    effect: 'With tournament, the size of each random group; larger selects more strongly, smaller keeps variety.',
  }),
  eliteCount: integer({
    default: 4,
    min: 0,
    max: 1024,
    title: 'Elites',
    effect: 'How many of the best stay unchanged and are tested again; more protect against unlucky tests.',
  }),
  mutation: mutationSigma,
  crossover: crossoverKind,
  sigma: initialSpread,
});

export type GeneticSettings = v.InferOutput<typeof settings>;

export const geneticDescription = describeOptimizer({
  name: 'genetic',
  title: 'Genetic algorithm',
  about: 'Selection, mutation and, if you like, crossover: classic evolution. Slower, and good to watch.',
  settings,
  stepSetting: 'mutation',
  usesFitnessValues: true,
});
