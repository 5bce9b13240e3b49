import type { Preset } from './preset.ts';

/** Weights of a natural walk: bounces and limps cost more than by default, and tests of champions ask for a clear walk. */
const clearWalk = { flightWeight: 6, contactWeight: 4, stepWeight: 2, limpWeight: 3, testStrictness: 0.8 };

/** A slow walk in short steps, on joints of less speed: a body that cannot leap has to step. */
const shortSteps = {
  name: 'natural-walk',
  froude: 0.1,
  stepLength: 0.15,
  stanceSpeed: 0.5,
  topSpeed: 0.8,
  ...clearWalk,
};

/** A run that is asked for from the first generation on: otherwise a hop is found first, and kept. */
const clearRun = {
  ...{ name: 'natural-run', froude: 0.7, stepLength: 0.15, topSpeed: 1.15, stepWeight: 2, testStrictness: 0.8 },
  ...{ gaitFrom: 0, gaitTo: 60 },
};

/** Champions are compared on the same grounds, and records are tested on more of them. */
const sureChampions = { championTrials: 4, recordTrials: 8, championGrounds: 'same' };

/** A small net for both legs, which see the clock half a period apart. */
const inTurn = { name: 'twin', hidden: [8], clock: 'in turn' };

/** Presets in which a body learns the gait of animals of its kind; `npm run bench:gait -- PRESET` tests ten seeds of each. */
export const naturalGaits: Record<string, Preset> = {
  'natural-walk': {
    title: 'A natural walk',
    about: 'Held upright at first, then on its own: one small net for both legs finds the walk of animals.',
    // Short of their limits the hips bounce less. While it finds its gait, only a slow one is asked for: otherwise three of twenty
    // runs ended in a fast gait, and did not leave it. Once it walks, it is refined in steps half as long.
    experiment: {
      body: 'stroller',
      task: {
        ...{ name: 'natural-walk', froude: 0.14, stanceSpeed: 0.5, hipRange: 0.85 },
        ...clearWalk,
      },
      brain: { name: 'twin' },
      run: sureChampions,
      amendments: [
        { generation: 60, changes: { 'task.froude': 0.17 } },
        { generation: 75, changes: { 'optimizer.sigma': 0.05 } },
      ],
    },
  },
  'stroller-runs': {
    title: 'A natural run',
    about: 'The body that walks learns to run: legs in turn to a clock, in long leaps. It falls often while it learns.',
    experiment: {
      body: 'stroller',
      task: { ...clearRun, clock: 1.2, supportHold: 30, supportDecay: 0.98, supportEnd: 250 },
      brain: inTurn,
      run: sureChampions,
      amendments: [{ generation: 300, changes: { 'optimizer.sigma': 0.05 } }],
    },
  },
  'quadruped-walks': {
    title: 'A quadruped walks',
    about: 'Four legs and one small net for both sides: it puts down one foot after the other, as a pony does.',
    // A body with less strength and speed has to step instead of leaping; four legs take shorter steps than two, and learn to
    // stand without support later.
    experiment: {
      body: 'quadruped',
      task: { ...shortSteps, strength: 0.4, supportDecay: 0.95, supportEnd: 100 },
      brain: { name: 'twin' },
      run: sureChampions,
      amendments: [{ generation: 100, changes: { 'task.froude': 0.17, 'optimizer.sigma': 0.05 } }],
    },
  },
  'dog-walks': {
    title: 'A dog walks',
    about: 'Four legs step to a clock, left and right in turn: one foot after the other, or two at a time.',
    experiment: {
      body: 'dog',
      task: { ...shortSteps, strength: 0.5, clock: 1.5, supportDecay: 0.95, supportEnd: 100 },
      brain: inTurn,
      run: sureChampions,
      amendments: [{ generation: 100, changes: { 'task.froude': 0.17, 'optimizer.sigma': 0.05 } }],
    },
  },
  'quadruped-bounds': {
    title: 'A quadruped bounds',
    about:
      'Stronger and faster, and rewarded for distance alone: fore feet together, hind feet together, and flight between.',
    experiment: {
      body: 'quadruped',
      task: { name: 'walk', drive: 'servo', controlEvery: 3, strength: 1.3, topSpeed: 1.4 },
      brain: { name: 'twin' },
      run: sureChampions,
    },
  },
  'strider-walks': {
    title: 'A strider walks',
    about: 'Held upright for a long time, stepping to a clock: then it walks alone, like a child of two.',
    // It is tall on small feet, and rushes into a fall when support ends early or when it decides less often.
    experiment: {
      body: 'strider',
      task: {
        ...{ ...shortSteps, strength: 0.4, controlEvery: 2 },
        ...{ clock: 1.2, supportHold: 30, supportDecay: 0.98, supportEnd: 250 },
      },
      brain: inTurn,
      run: sureChampions,
      amendments: [{ generation: 350, changes: { 'task.froude': 0.14, 'optimizer.sigma': 0.05 } }],
    },
  },
  'spider-walks': {
    title: 'A spider walks',
    about: 'Eight legs and one small net for all of them: a leg is lifted while its neighbours carry.',
    // Eight legs need no support. That neighbours step in turn is asked for little by little: asked for in full at first, it
    // stands, or drags a pair of legs.
    experiment: {
      body: 'spider',
      seed: 2,
      task: {
        ...{ ...shortSteps, stepLength: 0.1, topSpeed: 1, contactWeight: 2, support: 0, clock: 2 },
        ...{ neighbourWeight: 1.5, gaitFrom: 0, gaitTo: 60 },
      },
      brain: { ...inTurn, sharing: 'legs' },
      run: sureChampions,
      amendments: [
        { generation: 120, changes: { 'task.neighbourWeight': 3 } },
        { generation: 150, changes: { 'optimizer.sigma': 0.05 } },
        { generation: 260, changes: { 'task.neighbourWeight': 6 } },
      ],
    },
  },
  'ostrich-runs': {
    title: 'An ostrich runs',
    about: 'Long legs that step in turn to a clock, with flight between. It falls often while it learns.',
    // It needs support for longer than the stroller.
    experiment: {
      body: 'ostrich',
      task: { ...clearRun, strength: 0.8, clock: 1.5, supportHold: 30, supportDecay: 0.985, supportEnd: 320 },
      brain: inTurn,
      run: sureChampions,
      amendments: [{ generation: 450, changes: { 'optimizer.sigma': 0.05 } }],
    },
  },
};
