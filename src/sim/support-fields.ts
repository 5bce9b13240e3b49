import { integer, number } from '../schema/field.ts';

/** Settings of training that change with the generation: support, and how long an episode lasts. Every task has them but BipedalWalker. */
export const supportFields = {
  support: number({
    default: 0,
    min: 0,
    max: 5,
    title: 'Support',
    unit: 'm g L',
    effect: 'Holds the body upright by the torso in training at first; tests of champions are never held.',
  }),
  supportHold: integer({
    default: 10,
    min: 0,
    max: 10_000,
    title: 'Full support until',
    unit: 'generation',
    effect: 'From then on support shrinks by a share each generation.',
  }),
  supportDecay: number({
    default: 0.9,
    min: 0,
    max: 1,
    title: 'Support kept',
    unit: '×',
    effect: 'Share of the support that is left a generation later; nearer to 1 goes more gently.',
  }),
  supportEnd: integer({
    default: 45,
    min: 0,
    max: 10_000,
    title: 'No support from',
    unit: 'generation',
    effect: 'From then on training is unaided.',
  }),
  firstDuration: number({
    default: 0,
    min: 0,
    max: 120,
    title: 'Length of the first episodes',
    unit: 's',
    effect: 'Shorter ones at first try more brains in the same time; 0 for full length at once.',
  }),
  durationGrowth: integer({
    default: 80,
    min: 1,
    max: 10_000,
    title: 'Full length from',
    unit: 'generation',
    effect: 'Until then episodes in training grow evenly to their full length.',
  }),
};
