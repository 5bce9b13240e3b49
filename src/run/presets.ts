import { naturalGaits } from './natural-gaits.ts';
import type { Preset } from './preset.ts';

export const presets: Record<string, Preset> = {
  'biped-walks': {
    title: 'A biped walks',
    about: 'Two legs, four muscles and a small net: from the first fall to a walk in half a minute.',
    experiment: {},
  },
  ...naturalGaits,
  'dog-runs': {
    title: 'A dog runs',
    about: 'Four legs and a back that bends.',
    experiment: { body: 'dog' },
  },
  'hopper-hops': {
    title: 'A hopper hops',
    about: 'With one leg there is no walking: it has to leave the ground.',
    experiment: { body: 'hopper' },
  },
  'spider-crawls': {
    title: 'A spider crawls',
    about: 'Many legs: hard to tip over, hard to coordinate.',
    experiment: { body: 'spider' },
  },
  'caterpillar-creeps': {
    title: 'A caterpillar creeps',
    about: 'No legs at all. A wave along the body does it.',
    experiment: { body: 'caterpillar' },
  },
  'inchworm-creeps': {
    title: 'An inchworm creeps',
    about: 'No motors: muscles along its back and its belly, which only pull.',
    experiment: { body: 'inchworm' },
  },
  'hoop-rolls': {
    title: 'A hoop rolls',
    about: 'A ring that can only squeeze itself, by muscles across it. It learns to fall forward, again and again.',
    experiment: { body: 'hoop' },
  },
  'quadruped-over-hills': {
    title: 'Over the hills',
    about: 'Four legs go up and down, feeling the ground ahead.',
    experiment: { body: 'quadruped', task: { name: 'hills' } },
  },
  'biped-takes-stairs': {
    title: 'Up the stairs',
    about: 'It sees the steps come, and has to learn what that means.',
    experiment: { task: { name: 'stairs' } },
  },
  'biped-over-hurdles': {
    title: 'Over the hurdles',
    about: 'Blocks stand in its way: it has to see them, and lift its feet.',
    experiment: { task: { name: 'hurdles' } },
  },
  'hopper-jumps': {
    title: 'A high jump',
    about: 'No distance here: only how far it gets off the ground counts. One leg gets 1.5 m high.',
    // Neither effort nor lean costs anything: a landing on the back is still a jump.
    experiment: {
      body: 'hopper',
      task: { name: 'jump', energyCost: 0, postureCost: 0 },
      optimizer: { name: 'snes', sigma: 0.2 },
    },
  },
  'bipedal-walker': {
    title: 'BipedalWalker',
    about: 'The walker on which researchers compare their methods, with the same numbers.',
    // Effort is cheap while it learns to walk, and costs Gymnasium's own price, over whole episodes, from then on; what it
    // has found is refined in steps half as long.
    experiment: {
      task: { name: 'bipedal-walker', duration: 20, energyCost: 0.01, stagnation: 1 },
      optimizer: { name: 'snes', populationSize: 40 },
      amendments: [
        { generation: 45, changes: { 'task.energyCost': 0.028, 'task.duration': 32 } },
        { generation: 55, changes: { 'optimizer.sigma': 0.05, 'optimizer.meanRate': 1.5 } },
      ],
    },
  },
  'rhythm-from-within': {
    title: 'Rhythm from within',
    about: 'A pattern generator instead of a net: a beat with a few knobs for each joint.',
    experiment: { brain: { name: 'cpg' } },
  },
  'bad-settings': {
    title: 'Bad settings',
    about:
      'Its step is so small that all brains of a generation are alike, and none is better. Under Tune, set Step size to 0.1 and watch it start to walk.',
    experiment: { optimizer: { name: 'snes', sigma: 0.002 } },
  },
  'what-spoils-it': {
    title: 'What spoils it?',
    about:
      'Steps from far too small to very large, with observations normalised and not: what can a search do without?',
    experiment: {},
    sweep: {
      axes: [
        { path: 'optimizer.sigma', values: [0.002, 0.02, 0.2, 2] },
        { path: 'run.normalise', values: [true, false] },
      ],
      seeds: [1, 2],
      steps: 60_000,
    },
  },
  'optimizers-race': {
    title: 'A race of optimizers',
    about: 'The same biped, the same number of steps, other ways to search. One seed says little: look at the spread.',
    experiment: {},
    sweep: {
      axes: [
        {
          path: 'optimizer.name',
          values: ['snes', 'sep-cma-es', 'cma-es', 'openai-es', 'pgpe', 'ars', 'genetic', 'map-elites'],
        },
      ],
      seeds: [1, 2],
      steps: 60_000,
    },
  },
  'deep-or-shallow': {
    title: 'Deep against shallow',
    about: 'From no hidden layer at all to two wide ones: does a biped need a deep brain?',
    experiment: {},
    sweep: {
      axes: [{ path: 'brain.hidden', values: [[], [8], [16], [16, 16], [48, 24]] }],
      seeds: [1, 2, 3],
      steps: 60_000,
    },
  },
};
