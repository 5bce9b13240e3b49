import { integer, number } from '../schema/field.ts';

/** Settings of training that change with the generation: support, and how long an episode lasts. Every task has them but BipedalWalker. */
export const supportFields = {
  support: number({
    default: 0,
    min: 0,
    max: 5,
    title: 'Support',
    unit: 'm g L',
    effect: 'Holds the torso upright at the start of training. Tests of champions are never held.',
  }),
  supportHold: integer({
    default: 10,
    min: 0,
    max: 10_000,
    title: 'Full support until',
    unit: 'generation',
    effect: 'From this generation on, support shrinks by a share in each generation.',
  }),
  supportDecay: number({
    default: 0.9,
    min: 0,
    max: 1,
    title: 'Support kept',
    unit: '×',
    effect: 'Share of the support that remains after one generation; closer to 1 is more gradual.',
  }),
  supportEnd: integer({
    default: 45,
    min: 0,
    max: 10_000,
    title: 'No support from',
    unit: 'generation',
    effect: 'From this generation on, training has no support.',
  }),
  firstDuration: number({
    default: 0,
    min: 0,
    max: 120,
    title: 'Length of the first attempts',
    unit: 's',
    effect: 'Short attempts at first try more brains in the same time; 0 means full length from the start.',
  }),
  durationGrowth: integer({
    default: 80,
    min: 1,
    max: 10_000,
    title: 'Full length from',
    unit: 'generation',
    effect: 'Until this generation, attempts in training grow evenly to their full length.',
  }),
};
