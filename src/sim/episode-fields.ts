import { flag, integer, number } from '../schema/field.ts';
import { motorFields } from './motor-fields.ts';
import { supportFields } from './support-fields.ts';

/** Defaults of a task that differ from the common ones. */
interface TaskDefaults {
  duration?: number;
  sight?: number;
  difficulty: number;
  difficultyEffect: string;
}

/** Settings that the tasks have in common: episode, rewards, sensors and physics. */
export const episodeFields = ({ duration = 10, sight = 0, difficulty, difficultyEffect }: TaskDefaults) => ({
  difficulty: number({
    default: difficulty,
    min: 0,
    max: 1,
    title: 'Difficulty',
    effect: difficultyEffect,
    level: 'basic',
  }),
  duration: number({
    default: duration,
    min: 1,
    max: 120,
    title: 'Length of a life',
    unit: 's',
    effect: 'Longer lives reward endurance and cost more time to simulate.',
    level: 'basic',
  }),
  energyCost: number({
    default: 0.002,
    min: 0,
    max: 1,
    title: 'Price of effort',
    unit: 'm',
    effect: 'Metres taken off for each full use of a joint in one control step; higher gives calmer gaits.',
    level: 'basic',
  }),
  postureCost: number({
    default: 0.2,
    min: 0,
    max: 10,
    title: 'Price of leaning',
    unit: 'm/rad',
    effect: 'Metres taken off while the root leans from where it started; higher keeps it upright.',
  }),
  stagnation: number({
    default: 1,
    min: 0.2,
    max: 120,
    title: 'Patience',
    unit: 's',
    effect: 'A life without 5 cm of progress for so long is cut short.',
  }),
  sight: integer({
    default: sight,
    min: 0,
    max: 16,
    title: 'Sight',
    unit: 'rays',
    effect: 'How many distances to the ground ahead it sees; more knobs to train.',
    level: 'basic',
    fixed: true,
  }),
  clock: number({
    default: 0,
    min: 0,
    max: 8,
    title: 'Clock',
    unit: 'Hz',
    effect: 'Gives the brain a beat, as a sine and a cosine; 0 for none.',
    fixed: true,
  }),
  startPush: number({
    default: 0.1,
    min: 0,
    max: 3,
    title: 'Push at the start',
    unit: 'm/s',
    effect: 'Each life starts with a random push up to so fast; higher makes sturdier gaits.',
  }),
  gravity: number({
    default: 10,
    min: 0.5,
    max: 30,
    title: 'Gravity',
    unit: 'm/s²',
    effect: 'Higher presses harder on the same muscles.',
  }),
  physicsRate: integer({
    default: 60,
    min: 30,
    max: 240,
    title: 'Physics steps',
    unit: '1/s',
    effect: 'Finer time is truer and slower.',
    fixed: true,
  }),
  controlEvery: integer({
    default: 2,
    min: 1,
    max: 8,
    title: 'Physics steps for each thought',
    effect: 'How often the brain decides; higher is quicker to simulate and slower to react.',
    fixed: true,
  }),
  velocityIterations: integer({
    default: 8,
    min: 1,
    max: 200,
    title: 'Velocity iterations',
    effect: 'How hard the solver works on speeds at each step.',
    fixed: true,
  }),
  positionIterations: integer({
    default: 3,
    min: 1,
    max: 100,
    title: 'Position iterations',
    effect: 'How hard the solver works on overlaps at each step.',
    fixed: true,
  }),
  continuous: flag({
    default: false,
    title: 'Continuous collision',
    effect: 'Stops fast thin parts from slipping through the ground, at half the speed.',
    fixed: true,
  }),
  ...motorFields,
  ...supportFields,
});
